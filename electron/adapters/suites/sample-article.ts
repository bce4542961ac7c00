/** Articles made up for the suites of the library. */
import { createHash } from 'node:crypto'
import type { StoredArticle } from '../../engine/ports'

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A heading, a paragraph and one passage of it; `words` makes the content another one. */
export function sampleArticle(id: string, words = `第 ${id} 篇`): StoredArticle {
  const title = `逾期之后 ${id}`
  const sentence = `${words}：先联系平台，再谈分期。𠮷`
  const text = `${title}\n${sentence}`
  const span = { start: title.length + 1, end: text.length }
  return {
    article: {
      id,
      title,
      language: 'zh',
      text,
      sections: [
        {
          path: [],
          level: 0,
          heading: { start: 0, end: title.length },
          paragraphs: [{ kind: 'item', number: 1, marker: '1.', ...span, sentences: [span] }],
        },
      ],
      source: {
        fileName: `文章 ${id}.md`,
        format: 'markdown',
        encoding: 'utf-8',
        bytes: originalOf(words).length,
        sha256: hashOf(words),
        addedAt: '2026-01-02T03:04:05.000Z',
        metadata: [['编辑', '某人']],
      },
    },
    passages: [
      {
        id: `${id}#0`,
        articleId: id,
        section: 0,
        ...span,
        hash: hashOf(text),
        parts: [{ ...span, hash: hashOf(sentence) }],
      },
    ],
    splitter: '1:320:test',
  }
}

/** The imported file that a sample article stands for. */
export function originalOf(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}
