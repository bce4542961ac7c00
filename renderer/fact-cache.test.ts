import { expect, it } from 'vitest'
import type { Fact } from '../electron/contract/entities'
import { AppError } from '../electron/contract/errors'
import { createFactCache } from './fact-cache'

const fact = (id: string): Fact => ({
  id,
  statement: { zh: `说法 ${id}`, en: `Statement ${id}` },
  basis: [],
  lawAsOf: '2025-04-19',
  firstHand: true,
  superseded: false,
})

/** A register that knows some ids, answers in its own order and writes down what it was asked. */
function register(known: readonly string[]) {
  const asked: (readonly string[])[] = []
  return {
    asked,
    facts: ({ ids }: { readonly ids: readonly string[] }) => {
      asked.push([...ids])
      return Promise.resolve(known.filter((id) => ids.includes(id)).map(fact))
    },
  }
}

const idsOf = (facts: readonly Fact[]) => facts.map(({ id }) => id)

it('gives the facts in the order wanted and leaves unknown ids out', async () => {
  const { read } = createFactCache(register(['F1', 'F2', 'F3']))
  expect(idsOf(await read(['F3', 'F999', 'F1']))).toEqual(['F3', 'F1'])
})

it('asks for every id once, and for those of one turn together', async () => {
  const client = register(['F1', 'F2', 'F3'])
  const { read } = createFactCache(client)
  const both = await Promise.all([read(['F1', 'F2']), read(['F2', 'F9'])])
  expect(both.map(idsOf)).toEqual([['F1', 'F2'], ['F2']])
  expect(idsOf(await read(['F9', 'F3', 'F1']))).toEqual(['F3', 'F1'])
  expect(client.asked).toEqual([['F1', 'F2', 'F9'], ['F3']])
})

it('cuts what is wanted at once into calls that the operation takes', async () => {
  const ids = Array.from({ length: 450 }, (_, index) => `F${String(index)}`)
  const client = register(ids)
  expect(await createFactCache(client).read(ids)).toHaveLength(450)
  expect(client.asked.map(({ length }) => length)).toEqual([200, 200, 50])
})

it('asks again after a call that failed', async () => {
  const calm = register(['F1'])
  let broken = true
  const { read } = createFactCache({
    facts: (input) => (broken ? Promise.reject(new AppError('ENGINE_STOPPED')) : calm.facts(input)),
  })
  await expect(read(['F1'])).rejects.toThrow('ENGINE_STOPPED')
  broken = false
  expect(idsOf(await read(['F1']))).toEqual(['F1'])
})
