import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { keptFile } from './kept-file'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'wenju-kept-')), '设置 folder')
})
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true })
})

const onDamage = vi.fn()
const kept = () => keptFile(folder, 'value.json', z.object({ a: z.number() }), onDamage)

it('keeps a value, making its folder, and leaves nothing half written behind', async () => {
  expect(kept().read()).toBeUndefined()
  await kept().write({ a: 1 })
  await kept().write({ a: 2 })
  expect(kept().read()).toEqual({ a: 2 })
  expect(readdirSync(folder)).toEqual(['value.json'])
  expect(onDamage).not.toHaveBeenCalled()
})

it.each(['', '{', '{"a":"1"}', 'null', '\0'])('takes %j for nothing, and tells', (text) => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'value.json'), text)
  onDamage.mockClear()
  expect(kept().read()).toBeUndefined()
  expect(onDamage.mock.calls).toEqual([[join(folder, 'value.json'), 'NOT_JSON']])
})

it('rejects with the reason where its folder cannot be', async () => {
  writeFileSync(folder, 'a file in its place')
  await expect(kept().write({ a: 1 })).rejects.toMatchObject({ code: 'LIBRARY_UNWRITABLE' })
  onDamage.mockClear()
  expect(kept().read()).toBeUndefined()
  expect(onDamage).toHaveBeenCalledOnce()
})
