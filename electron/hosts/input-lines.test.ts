import { expect, it } from 'vitest'
import { inputLines } from './input-lines'

async function linesOf(...parts: readonly (string | Buffer)[]) {
  async function* stream() {
    for (const part of parts) yield await Promise.resolve(part)
  }
  const lines: string[] = []
  for await (const line of inputLines(stream())) lines.push(line)
  return lines
}

it('parts at line ends only, whatever pieces the text comes in', async () => {
  const bytes = Buffer.from('一\r\n\n二\u2028三\n四')
  expect(await linesOf(bytes.subarray(0, 2), bytes.subarray(2))).toEqual([
    '一',
    '',
    '二\u2028三',
    '四',
  ])
})

it('makes no line of an end', async () => {
  expect(await linesOf('一\n')).toEqual(['一'])
  expect(await linesOf()).toEqual([])
})
