import { Button, CloseButton } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useApp, type Reading } from '../app-context'
import { useArticle } from '../use-article'
import { PANE_ID } from '../use-reading'
import { ErrorLine } from './error-line'
import { OpenArticle } from './open-article'

interface ReadingPaneProps {
  readonly reading: Reading
  /** Beside the answer; else over it. */
  readonly beside: boolean
}

/** The article behind an answer, with the sentence that was cited in the middle. */
export function ReadingPane({ reading, beside }: ReadingPaneProps) {
  const { words, closeReading, onSingleKey } = useApp()
  const loaded = useArticle(reading)
  const pane = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!reading.follows) pane.current?.focus({ preventScroll: true })
  }, [reading.articleId, reading.follows])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A popover or dialog above answers Escape itself and says so.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('[role="dialog"]')) return
      closeReading()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [closeReading])

  return (
    <aside
      ref={pane}
      id={PANE_ID}
      className="pane"
      aria-label={`${words.article.label}: ${reading.title}`}
      tabIndex={-1}
      onKeyDown={onSingleKey}
    >
      {/* Over the page, its title is out of reach: the pane has one of its own. */}
      {!beside && <h1 className="visually-hidden">{words.article.label}</h1>}
      <div className="pane-head">
        {!beside && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconChevronLeft size={17} stroke={1.8} aria-hidden />}
            onClick={closeReading}
          >
            {words.article.back}
          </Button>
        )}
        <h2 className="pane-title">{reading.title}</h2>
        {beside && <CloseButton aria-label={words.article.close} onClick={closeReading} />}
      </div>
      {loaded.state === 'loading' && <p className="waiting pane-word">{words.article.loading}</p>}
      {loaded.state === 'failed' && (
        <div className="pane-word">
          <ErrorLine error={loaded.error} />
        </div>
      )}
      {loaded.state === 'ready' && (
        <OpenArticle key={reading.articleId} article={loaded.article} reading={reading} />
      )}
    </aside>
  )
}
