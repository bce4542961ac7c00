import { expect, test } from 'vitest'
import { chosenFiles, sortOut } from './found-files'

const found = (...paths: readonly string[]) =>
  sortOut(paths.map((path) => ({ path, open: () => Promise.resolve(new File([], path)) })))
const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path)

test('of a folder, files that can be read are offered in the order of their paths', () => {
  const { files } = found('笔记/第 10 章.md', '笔记/第 2 章.TXT', '笔记/a/b.markdown')
  expect(pathsOf(files)).toEqual(['笔记/第 2 章.TXT', '笔记/第 10 章.md', '笔记/a/b.markdown'])
})

test('of a folder, other files are refused by their ending, or for having none', () => {
  const { files, refused } = found('笔记/合同.PDF', '笔记/LICENSE', '笔记/2024.11')
  expect(files).toEqual([])
  expect(refused.map(({ path, error }) => [path, error.code, error.details['format']])).toEqual([
    ['笔记/2024.11', 'UNSUPPORTED_FORMAT', ''],
    ['笔记/合同.PDF', 'UNSUPPORTED_FORMAT', 'pdf'],
    ['笔记/LICENSE', 'UNSUPPORTED_FORMAT', ''],
  ])
})

test('hidden and foreign files are passed over, at any depth', () => {
  const { files, refused } = found(
    '笔记/.git/config',
    '笔记/.秘密.md',
    '笔记/甲/node_modules/b/README.md',
    '笔记/desktop.ini',
    '.藏着的/选了它.md',
  )
  expect(pathsOf(files)).toEqual(['.藏着的/选了它.md'])
  expect(refused).toEqual([])
})

test('a file chosen by itself is offered whatever it is called', () => {
  const names = ['.profile', '合同.pdf', 'README']
  const { files, refused } = chosenFiles(names.map((name) => new File(['甲'], name)))
  expect(pathsOf(files).toSorted()).toEqual(names.toSorted())
  expect(refused).toEqual([])
})
