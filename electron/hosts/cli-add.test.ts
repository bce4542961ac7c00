import { expect, it } from 'vitest'
import { leftOutNote } from './cli-add'

const kinds = new Map([
  ['', 1],
  ['.pdf', 3],
])

it('says which files of a folder were left out, the most frequent first, and what can be added', () => {
  expect(leftOutNote('资料', { found: [], leftOut: kinds }, 'zh')).toBe(
    '资料：略过 4 个不能读的文件（.pdf 3 个，无后缀 1 个）。能加入的是 Markdown（.md、.markdown、.mdown）和纯文本（.txt、.text）。',
  )
  expect(leftOutNote('papers', { found: [], leftOut: kinds }, 'en')).toContain(
    'files left out: 4 (.pdf: 3, no ending: 1)',
  )
})

it('says that a folder is without files, and nothing when all were taken', () => {
  expect(leftOutNote('资料', { found: [], leftOut: new Map() }, 'zh')).toContain(
    '没有可以加入的文件',
  )
  const all = { found: [{ path: 'a.md' }], leftOut: new Map() }
  expect(leftOutNote('资料', all, 'zh')).toBeUndefined()
})
