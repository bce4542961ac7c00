/** From a place in an article to its citation, and from citations to something one can paste. */
import type {
  Article,
  CitedCopy,
  Citation,
  Language,
  Paragraph,
  Section,
  Span,
} from '../contract/entities'
import { AppError } from '../contract/errors'
import { fill, wordingFor } from '../contract/wording/wording'

interface Place {
  readonly section: Section
  readonly paragraph: Paragraph
}

/** The section and paragraph that hold an offset; `undefined` for one in a heading or outside. */
export function placeOf(article: Article, offset: number): Place | undefined {
  for (const section of article.sections) {
    for (const paragraph of section.paragraphs) {
      if (paragraph.start <= offset && offset < paragraph.end) return { section, paragraph }
    }
  }
  return undefined
}

/**
 * @param span within one paragraph
 * @throws INVALID_REQUEST when no paragraph holds its start or the span is empty or out of the text
 */
export function citationOf(article: Article, span: Span): Citation {
  const place = placeOf(article, span.start)
  if (!place || span.end <= span.start || span.end > article.text.length) {
    throw new AppError('INVALID_REQUEST', { reason: 'span' })
  }
  return {
    articleId: article.id,
    title: article.title,
    sectionPath: place.section.path,
    paragraph: place.paragraph.number,
    start: span.start,
    end: span.end,
    source: article.source.url ?? article.source.fileName,
    facts: [],
  }
}

/** 'Title › section › section ¶2', the line under a quoted sentence. */
export function citationLine(citation: Citation): string {
  return `${[citation.title, ...citation.sectionPath].join(' › ')} ¶${String(citation.paragraph)}`
}

export interface Quote {
  readonly text: string
  readonly citation: Citation
}

/** Quotes with their sources as plain text and as HTML of the same content. */
export function citedCopy(quotes: readonly Quote[], language: Language): CitedCopy {
  const { quote, source } = wordingFor(language).copy
  const lines = quotes.map(({ text, citation }) => ({
    text: fill(quote, { text }),
    line: citationLine(citation),
    source: citation.source,
    from: fill(source, { source: citation.source }),
  }))
  return {
    text: lines.map(({ text, line, from }) => `${text}\n—— ${line}${from}`).join('\n\n'),
    html: lines
      .map(
        ({ text, line, from, source: address }) =>
          `<blockquote><p>${escapeHtml(text)}</p><footer>—— <cite>${escapeHtml(line)}</cite>` +
          `${linked(from, address)}</footer></blockquote>`,
      )
      .join('\n'),
  }
}

function linked(from: string, address: string): string {
  const shown = escapeHtml(from)
  if (!/^https?:\/\//i.test(address)) return shown
  const escaped = escapeHtml(address)
  return shown.replace(escaped, `<a href="${escaped}">${escaped}</a>`)
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
