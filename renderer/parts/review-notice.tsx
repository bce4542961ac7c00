import { useEffect, useState } from 'react'
import type { AnswerSentence } from '../../electron/contract/entities'
import { isPastReview } from '../../electron/contract/review'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { shownDate, today } from '../shown-date'

/** On top of an article that has not been looked at for too long. */
export function ArticlePastReview({ lawAsOf }: { readonly lawAsOf: string | undefined }) {
  const { words, language } = useApp()
  if (lawAsOf === undefined || !isPastReview(lawAsOf, today())) return null
  return (
    <p className="shortcoming">
      {fill(words.basis.pastReview, { date: shownDate(lawAsOf, language) })}
    </p>
  )
}

/** One line under an answer that cites such articles. */
export function CitedPastReview({ sentences }: { readonly sentences: readonly AnswerSentence[] }) {
  const { words } = useApp()
  const titles = usePastReview(sentences)
  if (titles.length === 0) return null
  const named = titles.map((title) => fill(words.basis.title, { title }))
  return (
    <p className="shortcoming">
      {fill(words.basis.pastReviewCited, { titles: named.join(words.basis.titleSeparator) })}
    </p>
  )
}

function usePastReview(sentences: readonly AnswerSentence[]): readonly string[] {
  const { articles } = useApp()
  const [titles, setTitles] = useState<readonly string[]>([])

  useEffect(() => {
    let current = true
    const ids = [...new Set(sentences.map(({ citation }) => citation.articleId))]
    // An article that cannot be read says so beside each of its sentences.
    void Promise.allSettled(ids.map((id) => articles.read(id))).then((read) => {
      if (!current) return
      const old = read
        .filter((one) => one.status === 'fulfilled')
        .map(({ value }) => value)
        .filter(({ lawAsOf }) => lawAsOf !== undefined && isPastReview(lawAsOf, today()))
      setTitles(old.map(({ title }) => title))
    })
    return () => {
      current = false
    }
  }, [articles, sentences])

  return titles
}
