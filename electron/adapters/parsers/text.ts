/** Plain text: no markup, so structure is read from lines, gaps and numbers. */
import type { SourceBlock } from '../../engine/ports'
import { takeClosingLines } from './closing-lines'
import { plainStructure } from './plain-headings'
import { plainLines } from './plain-lines'
import { plainParagraphs } from './plain-paragraphs'

/** What a parser finds in text that is already decoded. */
export interface ParsedText {
  readonly title?: string
  readonly language?: string
  readonly url?: string
  readonly metadata: readonly (readonly [name: string, value: string])[]
  readonly blocks: readonly SourceBlock[]
}

/**
 * Title, headings and whole paragraphs of a plain text; numbers and item marks stay in the text.
 * Rules (`---`) and closing lines (编辑：…, 本文链接：…) are not text.
 */
export function parseText(text: string): ParsedText {
  const { body, metadata, url } = takeClosingLines(plainLines(text))
  const structure = plainStructure(plainParagraphs(body))
  return { ...structure, metadata, ...(url === undefined ? {} : { url }) }
}
