/** From a place in an article to its citation, and from citations to something one can paste. */
import type {
  Article,
  CitedCopy,
  Citation,
  Fact,
  Language,
  Paragraph,
  Section,
  Span,
} from '../contract/entities'
import { AppError } from '../contract/errors'
import { basisWords } from '../contract/wording/basis-words'
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
    facts: place.section.facts ?? [],
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

/** 'Civil Code Arts. 1032, 1033 (text of 2021-01-01)', one for each statute; second-hand ones say so. */
export function basisLines(fact: Fact, language: Language): readonly string[] {
  const { separator } = wordingFor(language).basis
  return basisWords(fact, language).map(({ statute, notes }) => [statute, ...notes].join(separator))
}

/**
 * Quotes with their sources as plain text and as HTML of the same content.
 * @param facts whose statutes stand under the quotes that rest on them; none for a copy without
 */
export function citedCopy(
  quotes: readonly Quote[],
  language: Language,
  facts: readonly Fact[] = [],
): CitedCopy {
  const { copy, basis } = wordingFor(language)
  const { quote, source } = copy
  const lines = quotes.map(({ text, citation }) => ({
    text: fill(quote, { text }),
    line: citationLine(citation),
    source: citation.source,
    from: fill(source, { source: citation.source }),
    basis: facts
      .filter(({ id }) => citation.facts.includes(id))
      .flatMap((fact) => basisLines(fact, language))
      .map((line) => fill(basis.line, { basis: line })),
  }))
  return {
    text: lines
      .map(({ text, line, from, basis: rests }) => [text, `—— ${line}${from}`, ...rests].join('\n'))
      .join('\n\n'),
    html: lines
      .map(
        ({ text, line, from, source: address, basis: rests }) =>
          `<blockquote><p>${escapeHtml(text)}</p><footer>—— <cite>${escapeHtml(line)}</cite>` +
          linked(from, address) +
          rests.map((rest) => `<br>${escapeHtml(rest)}`).join('') +
          '</footer></blockquote>',
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
