import { describe, expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { createMemoryIndexFile } from '../adapters/memory-index-file'
import { sampleArticle } from '../adapters/suites/sample-article'
import { fakeSegmenter } from './fakes'
import { createLibraryIndex } from './library-index'
import type { Segmenter, StoredArticle } from './ports'

const IDS = ['a', 'b', 'c']

/** Counts the runs that were cut into words. */
function countingSegmenter(fingerprint = 'counting') {
  let runs = 0
  const segmenter: Segmenter = {
    fingerprint,
    words(run) {
      runs++
      return fakeSegmenter.words(run)
    },
  }
  return { segmenter, runs: () => runs }
}

async function opened(
  ids: readonly string[],
  file = createMemoryIndexFile(),
  { segmenter, runs } = countingSegmenter(),
) {
  const library = createLibraryIndex(createExactIndex(8), segmenter)
  library.putAll(
    ids.map((id) => sampleArticle(id)),
    await file.read(),
  )
  return { library, runs, file }
}

/** What a question finds, by passage, so that labels do not matter. */
function found({ library }: { readonly library: ReturnType<typeof createLibraryIndex> }) {
  const terms = library.articles().flatMap(({ article }) => [...article.text])
  return Array.from(library.lexical.search(terms), ([label, match]) => ({
    passage: library.entry(label)?.passage.id ?? '',
    ...match,
  })).sort((left, right) => left.passage.localeCompare(right.passage))
}

async function kept(ids: readonly string[]) {
  const first = await opened(ids)
  await first.library.keepWords(first.file)
  return first
}

describe('the words of a library, kept in a file', () => {
  it('are found again as they were, and nothing is cut into words', async () => {
    const first = await kept(IDS)
    expect(first.runs()).toBeGreaterThan(0)
    const again = await opened(IDS, first.file)
    expect(again.runs()).toBe(0)
    expect(found(again)).toEqual(found(first))
    expect(found(again).length).toBeGreaterThan(0)
  })

  it('serve in another order, with an article more and one less', async () => {
    const { file } = await kept(IDS)
    const ids = ['d', 'c', 'a']
    const again = await opened(ids, file)
    const whole = await opened(ids)
    expect(found(again)).toEqual(found(whole))
    expect(again.runs()).toBeLessThan(whole.runs())
  })

  it('are cut anew where an article has changed', async () => {
    const { file } = await kept(IDS)
    const changed = withTitle(sampleArticle('b'), '另一个标题')
    const library = createLibraryIndex(createExactIndex(8), fakeSegmenter)
    const counting = countingSegmenter()
    const again = createLibraryIndex(createExactIndex(8), counting.segmenter)
    const all = [sampleArticle('a'), changed]
    library.putAll(all, undefined)
    again.putAll(all, await file.read())
    expect(found({ library: again })).toEqual(found({ library }))
    expect(again.lexical.passagesWith('另')).toBeGreaterThan(0)
  })

  it('are cut anew by another segmenter', async () => {
    const { file } = await kept(IDS)
    const again = await opened(IDS, file, countingSegmenter('another'))
    expect(again.runs()).toBeGreaterThan(0)
  })

  it('are cut anew from a file of another kind', async () => {
    const file = createMemoryIndexFile()
    await file.write([Buffer.from('of another kind')])
    const again = await opened(IDS, file)
    expect(found(again)).toEqual(found(await opened(IDS)))
  })

  it('take changes like any others', async () => {
    const { file } = await kept(IDS)
    const again = await opened(IDS, file)
    again.library.remove('a')
    again.library.put(sampleArticle('e'))
    expect(found(again)).toEqual(found(await opened(['b', 'c', 'e'])))
  })

  it('are written when they have changed, and tried again when the disk refused', async () => {
    const { library } = await opened(IDS)
    let [writes, isFull] = [0, true]
    const file = {
      read: () => Promise.resolve(undefined),
      write() {
        writes++
        return Promise.resolve(!isFull)
      },
    }
    await library.keepWords(file)
    isFull = false
    await library.keepWords(file)
    await library.keepWords(file)
    expect(writes).toBe(2)
    library.remove('b')
    await library.keepWords(file)
    expect(writes).toBe(3)
  })

  it('are written again when what nobody claimed was left out', async () => {
    const { file } = await kept(IDS)
    const again = await opened(['a'], file)
    await again.library.keepWords(file)
    const last = await opened(['a'], file)
    expect(last.runs()).toBe(0)
    expect(found(last)).toEqual(found(await opened(['a'])))
  })
})

function withTitle(stored: StoredArticle, title: string): StoredArticle {
  return { ...stored, article: { ...stored.article, title } }
}
