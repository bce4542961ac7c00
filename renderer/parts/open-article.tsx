import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Article, Span } from '../../electron/contract/entities'
import { useApp, type Reading } from '../app-context'
import type { Highlight } from '../highlights'
import { isCommand } from '../keys'
import { useCopy } from '../use-copy'
import { useFind } from '../use-find'
import { AboutArticle } from './about-article'
import { ArticleText } from './article-text'
import { ArticleTools } from './article-tools'
import { CopyButton } from './copy-button'
import { FindBar } from './find-bar'
import { Outline } from './outline'
import { ArticlePastReview } from './review-notice'
import { SourceLine } from './source-line'
import { WithBasis } from './with-basis'

/**
 * Paragraphs off screen have estimated heights until they are drawn, so the first jumps may miss:
 * each one draws more of the neighbourhood.
 */
const SETTLING_FRAMES = 6
/** Reading sizes as parts of the window's size of text, 16 px at its normal; the second is where one begins. */
const SIZES = ['0.9375rem', '1.0625rem', '1.1875rem', '1.375rem', '1.625rem'] as const

/** The tools, the text and its source, once the article is there. */
export function OpenArticle({
  article,
  reading,
}: {
  readonly article: Article
  readonly reading: Reading
}) {
  const { words } = useApp()
  const { copy, said } = useCopy()
  const [size, setSize] = useState(1)
  const [outlineShown, setOutlineShown] = useState(false)
  const [finding, setFinding] = useState(false)
  const find = useFind(article.text)
  const scroll = useRef<HTMLDivElement>(null)
  const { marks, current } = reading
  const mark = current === undefined ? undefined : marks[current]

  const cited = useMemo(
    () =>
      marks.map((span, index): Highlight => ({
        ...span,
        tone: index === current ? 'cited' : 'other',
      })),
    [marks, current],
  )

  useLayoutEffect(() => {
    const waiting = scroll.current?.closest('aside')
    if (document.activeElement === waiting) scroll.current?.focus({ preventScroll: true })
  }, [])

  useLayoutEffect(() => {
    if (mark) bringToCentre(scroll.current, 'mark[data-tone="cited"]')
    else if (reading.start > 0) bringToTop(scroll.current, reading.start)
  }, [article, reading, mark])

  useLayoutEffect(() => {
    bringToCentre(scroll.current, '.found[data-tone="found-current"]')
  }, [find.highlights])

  useEffect(() => {
    const onFind = (event: globalThis.KeyboardEvent) => {
      if (!isCommand(event, 'f')) return
      event.preventDefault()
      setFinding(true)
      scroll.current?.parentElement?.querySelector<HTMLInputElement>('.find-bar input')?.select()
    }
    window.addEventListener('keydown', onFind)
    return () => {
      window.removeEventListener('keydown', onFind)
    }
  }, [])

  const copyMark = useCallback(() => {
    if (mark) copy([{ articleId: article.id, start: mark.start, end: mark.end }])
  }, [mark, article.id, copy])

  const closeFind = () => {
    setFinding(false)
    find.look('')
    scroll.current?.focus({ preventScroll: true })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isCommand(event.nativeEvent, 'c') && mark && window.getSelection()?.isCollapsed) {
      event.preventDefault()
      copyMark()
    }
  }

  return (
    <>
      <ArticleTools
        reading={reading}
        hasOutline={article.sections.filter(({ heading }) => heading).length > 1}
        outlineShown={outlineShown}
        onOutline={() => {
          setOutlineShown(!outlineShown)
        }}
        onFind={() => {
          setFinding(true)
        }}
        onSize={(by) => {
          setSize(Math.min(SIZES.length - 1, Math.max(0, size + by)))
        }}
      />
      {finding && (
        <div
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
            event.nativeEvent.preventDefault()
            closeFind()
          }}
        >
          <FindBar
            value={find.words}
            onChange={find.look}
            count={find.count}
            current={find.current}
            onStep={find.step}
            onClose={closeFind}
          />
        </div>
      )}
      {outlineShown && (
        <Outline
          article={article}
          onGo={(start) => {
            setOutlineShown(false)
            bringToTop(scroll.current, start)?.focus({ preventScroll: true })
          }}
        />
      )}
      <ArticlePastReview lawAsOf={article.lawAsOf} />
      <div
        ref={scroll}
        className="article-scroll"
        tabIndex={0}
        role="region"
        aria-label={article.title}
        onKeyDown={onKeyDown}
      >
        <article className="article-text" lang={article.language} style={{ fontSize: SIZES[size] }}>
          <ArticleText article={article} cited={cited} found={find.highlights} />
        </article>
      </div>
      <div className="pane-foot">
        {mark && <CopyButton label={words.copying.citation} said={said} onCopy={copyMark} />}
        {mark && restsOnFacts(article, mark) && <WithBasis />}
        <SourceLine article={article} />
        <AboutArticle article={article} />
      </div>
    </>
  )
}

function restsOnFacts({ sections }: Article, { start }: Span): boolean {
  const holding = sections.find(({ paragraphs }) =>
    paragraphs.some((paragraph) => paragraph.start <= start && start < paragraph.end),
  )
  return (holding?.facts?.length ?? 0) > 0
}

/** Scrolls the first match of `selector` to the middle, if there is one. */
function bringToCentre(within: HTMLElement | null, selector: string): void {
  let frames = SETTLING_FRAMES
  const scroll = () => {
    within?.querySelector(selector)?.scrollIntoView({ block: 'center' })
    if (frames-- > 0) requestAnimationFrame(scroll)
  }
  scroll()
}

function bringToTop(within: HTMLElement | null, start: number): HTMLElement | undefined {
  const blocks = within?.querySelectorAll<HTMLElement>('[data-start]') ?? []
  const block = [...blocks].findLast((candidate) => Number(candidate.dataset['start']) <= start)
  block?.scrollIntoView({ block: 'start' })
  return block
}
