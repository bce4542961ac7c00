/**
 * Lines of a stream, parted at '\n' only ('\r' before it taken off): `node:readline` also parts at
 * U+2028, which may stand in a question and would turn one into two. A last line without '\n' counts.
 */
export async function* inputLines(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const part of stream) {
    rest += typeof part === 'string' ? part : decoder.decode(part, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  rest += decoder.decode()
  if (rest !== '') yield rest.replace(/\r$/, '')
}
