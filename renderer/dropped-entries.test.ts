import { expect, test } from 'vitest'
import {
  walkEntries,
  type DroppedEntry,
  type DroppedFile,
  type DroppedFolder,
} from './dropped-entries'

const file = (name: string): DroppedFile => ({
  name,
  isDirectory: false,
  file: (opened) => {
    opened(new File(['甲'], name))
  },
})

/** Gives its entries two at a time, as browsers give a hundred. */
const folder = (name: string, ...entries: DroppedEntry[]): DroppedFolder => ({
  name,
  isDirectory: true,
  createReader: () => {
    const rest = [...entries]
    return {
      readEntries: (found) => {
        found(rest.splice(0, 2))
      },
    }
  },
})

const closed = (name: string): DroppedFolder => ({
  name,
  isDirectory: true,
  createReader: () => ({
    readEntries: (_found, failed) => {
      failed(new Error('not allowed'))
    },
  }),
})

const walk = (...entries: DroppedEntry[]) => walkEntries(entries, new AbortController().signal)

test('opens folders to the last entry, files beside them as they are', async () => {
  const { files, refused } = await walk(
    file('单独.txt'),
    folder('书', file('一.md'), file('二.md'), file('三.md'), folder('附录', file('四.txt'))),
  )
  expect(files.map(({ path }) => path).toSorted()).toEqual(
    ['单独.txt', '书/一.md', '书/二.md', '书/三.md', '书/附录/四.txt'].toSorted(),
  )
  expect(refused).toEqual([])
  expect(await (await files[0]?.open())?.text()).toBe('甲')
})

test('does not look into hidden folders, and names what it does not take', async () => {
  const { files, refused } = await walk(
    folder('书', folder('.git', file('说明.md')), file('图.png'), file('一.md')),
  )
  expect(files.map(({ path }) => path)).toEqual(['书/一.md'])
  expect(refused.map(({ path }) => path)).toEqual(['书/图.png'])
})

test('a folder that cannot be opened is refused by itself', async () => {
  const { files, refused } = await walk(folder('书', closed('锁着'), file('一.md')))
  expect(files.map(({ path }) => path)).toEqual(['书/一.md'])
  expect(refused).toEqual([
    { path: '书/锁着', error: { code: 'FILE_UNREADABLE', details: expect.anything() as object } },
  ])
})

test('a file that is gone by the time it is opened says so', async () => {
  const gone: DroppedFile = {
    ...file('一.md'),
    file: (_opened, failed) => {
      failed(new Error('gone'))
    },
  }
  const { files } = await walk(folder('书', gone))
  await expect(files[0]?.open()).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    details: { path: '书/一.md' },
  })
})

test('stops looking when told to', async () => {
  const stop = new AbortController()
  const stopper: DroppedFolder = {
    ...folder('停'),
    createReader: () => {
      stop.abort()
      return folder('停', file('二.md')).createReader()
    },
  }
  const { files } = await walkEntries([file('一.md'), stopper, file('三.md')], stop.signal)
  expect(files.map(({ path }) => path)).toEqual(['一.md'])
})
