import { useDeferredValue, useMemo, useState } from 'react'
import { findAll, type Highlight } from './highlights'

export interface Find {
  readonly words: string
  readonly count: number
  /** From 0; meaningless while `count` is 0. */
  readonly current: number
  readonly highlights: readonly Highlight[]
  readonly look: (words: string) => void
  readonly step: (by: 1 | -1) => void
}

/** Looking for words in `text`; typing stays quick in a book, the marks follow. */
export function useFind(text: string): Find {
  const [words, setWords] = useState('')
  const [current, setCurrent] = useState(0)
  const looked = useDeferredValue(words)
  const places = useMemo(() => findAll(text, looked), [text, looked])
  const highlights = useMemo(
    () =>
      places.map((span, index): Highlight => ({
        ...span,
        tone: index === current ? 'found-current' : 'found',
      })),
    [places, current],
  )
  return {
    words,
    count: places.length,
    current,
    highlights,
    look: (next) => {
      setWords(next)
      setCurrent(0)
    },
    step: (by) => {
      if (places.length > 0) setCurrent((current + by + places.length) % places.length)
    },
  }
}
