/** A retrieval set as a library: its passages become articles. */
import type { Article } from '../contract/entities'
import type { Dataset, DatasetPassage } from '../contract/dataset'
import {
  openArticleLibrary,
  type ArticleLibrary,
  type ArticleLibraryParts,
} from './article-library'
import { splitSentences } from './split-sentences'

export interface DatasetLibraryParts extends Omit<ArticleLibraryParts, 'articles'> {
  readonly dataset: Dataset
}

/** @throws what kept a passage from being embedded: figures of a part of the set would mislead */
export function openDatasetLibrary(parts: DatasetLibraryParts): Promise<ArticleLibrary> {
  return openArticleLibrary({ ...parts, articles: parts.dataset.passages.map(articleOf) })
}

/** The set's text is the canonical text as it stands, so that the gold's offsets hold; lines are paragraphs. */
function articleOf({ id, lang, title, section, text }: DatasetPassage): Article {
  const paragraphs = Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), (line, place) => ({
    kind: 'text' as const,
    number: place + 1,
    start: line.index,
    end: line.index + line[0].length,
    sentences: splitSentences(line[0], line.index),
  }))
  return {
    id,
    title,
    language: lang,
    text,
    sections: [
      { path: section === '' ? [] : [section], level: section === '' ? 0 : 1, paragraphs },
    ],
    source: {
      fileName: id,
      format: 'text',
      encoding: 'utf-8',
      bytes: text.length,
      sha256: '',
      addedAt: '',
      metadata: [],
    },
  }
}
