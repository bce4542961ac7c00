import { memo, useMemo } from 'react'
import type { Article, Paragraph, Section, Span } from '../../electron/contract/entities'
import { highlightsByBlock, type Highlight } from '../highlights'
import { Basis } from './basis'
import { MarkedText } from './marked-text'

interface ArticleTextProps {
  readonly article: Article
  readonly cited: readonly Highlight[]
  readonly found: readonly Highlight[]
}

type ByBlock = ReadonlyMap<number, readonly Highlight[]>

/**
 * The article as it was read in: every heading and paragraph of the canonical text, and under a
 * heading, set apart, what its section rests on.
 */
export function ArticleText({ article, cited, found }: ArticleTextProps) {
  const blocks = useMemo(() => blocksOf(article.sections), [article])
  const citedByBlock = useMemo(() => highlightsByBlock(blocks, cited), [blocks, cited])
  const foundByBlock = useMemo(() => highlightsByBlock(blocks, found), [blocks, found])
  return article.sections.map((section, index) => (
    <section key={index}>
      {section.heading && (
        <Heading
          text={article.text}
          span={section.heading}
          level={section.level}
          cited={citedByBlock.get(section.heading.start)}
          found={foundByBlock.get(section.heading.start)}
        />
      )}
      {section.facts && section.facts.length > 0 && <Basis ids={section.facts} />}
      <Paragraphs
        text={article.text}
        paragraphs={section.paragraphs}
        cited={citedByBlock}
        found={foundByBlock}
      />
    </section>
  ))
}

function blocksOf(sections: readonly Section[]): readonly Span[] {
  return sections
    .flatMap(({ heading, paragraphs }) => [...(heading ? [heading] : []), ...paragraphs])
    .toSorted((a, b) => a.start - b.start)
}

function Paragraphs(props: {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly cited: ByBlock
  readonly found: ByBlock
}) {
  return props.paragraphs.map((paragraph) => (
    <ParagraphBlock
      key={paragraph.start}
      text={props.text}
      paragraph={paragraph}
      cited={props.cited.get(paragraph.start)}
      found={props.found.get(paragraph.start)}
    />
  ))
}

interface Marks {
  readonly cited: readonly Highlight[] | undefined
  readonly found: readonly Highlight[] | undefined
}

const Heading = memo(function Heading({
  level,
  ...marked
}: Marks & { readonly text: string; readonly span: Span; readonly level: number }) {
  // The pane's own title is the h2 above, so a section of level 1 is an h3.
  const Tag = level <= 1 ? 'h3' : level === 2 ? 'h4' : 'h5'
  return (
    <Tag className="article-heading" data-start={marked.span.start} tabIndex={-1}>
      <MarkedText {...marked} />
    </Tag>
  )
})

const ParagraphBlock = memo(function ParagraphBlock({
  text,
  paragraph,
  cited,
  found,
}: Marks & { readonly text: string; readonly paragraph: Paragraph }) {
  const { kind, marker, start } = paragraph
  const body = <MarkedText text={text} span={paragraph} cited={cited} found={found} />
  switch (kind) {
    case 'item':
      return (
        <div className="block item" data-start={start}>
          <span className="item-marker">{marker}</span>
          <p>{body}</p>
        </div>
      )
    case 'quote':
      return (
        <blockquote className="block quote" data-start={start}>
          {body}
        </blockquote>
      )
    case 'code':
      return (
        <pre className="block code" data-start={start}>
          {body}
        </pre>
      )
    case 'row':
    case 'text':
      return (
        <p className={`block ${kind}`} data-start={start}>
          {body}
        </p>
      )
  }
})
