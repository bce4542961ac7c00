/** What the reading in of articles, or a run of questions, looks like as one line. */
import type { EngineEvent, Language } from '../contract/entities'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'

export interface ReadingProgress {
  /** From here on so many passages are still to be read in, and the time left can be told. */
  expect(passages: number): void
  /** The line for an event; undefined where it tells of no passage and no question. */
  line(event: EngineEvent): string | undefined
}

/** A rate over less than this is chance. Milliseconds. */
const SETTLING = 1_000

/** @param elapsed milliseconds that only grow */
export function createReadingProgress(language: Language, elapsed: () => number): ReadingProgress {
  const words = terminalWordingFor(language)
  let began: number | undefined
  let read = 0
  let left: number | undefined

  /** Passages a second since the first was done; undefined while that is too soon to tell. */
  const rate = () => {
    const span = elapsed() - (began ?? elapsed())
    return span < SETTLING || read < 2 ? undefined : ((read - 1) * 1000) / span
  }

  return {
    expect(passages) {
      left = passages
    },
    line(event) {
      if (event.type === 'evaluation') return fill(words.evaluating, event)
      if (event.type !== 'ingest') return undefined
      began ??= elapsed()
      read++
      if (left !== undefined) left = Math.max(0, left - 1)
      const perSecond = rate()
      const seconds = perSecond && left ? left / perSecond : undefined
      const { articlesLeft: more, passagesDone: done, passagesTotal: total, title } = event
      return fill(words.reading, {
        done,
        total,
        title,
        more: more > 0 ? fill(words.readingMore, { count: more }) : '',
        rate: perSecond ? fill(words.readingRate, { count: shortNumber(perSecond) }) : '',
        left: seconds === undefined ? '' : timeLeft(seconds, language),
      })
    },
  }
}

function timeLeft(seconds: number, language: Language): string {
  const words = terminalWordingFor(language).timeLeft
  if (seconds < 60) return fill(words.seconds, { count: Math.ceil(seconds) })
  const minutes = seconds / 60
  if (minutes < 60) return fill(words.minutes, { count: Math.ceil(minutes) })
  return fill(words.hours, { count: shortNumber(minutes / 60) })
}

function shortNumber(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}
