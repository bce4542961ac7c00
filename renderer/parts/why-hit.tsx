import type { ReactNode } from 'react'
import type { HitReasons } from '../../electron/contract/entities'
import { signs, whyWords, type ExplainedHit } from '../../electron/contract/wording/why-words'
import { useApp } from '../app-context'
import { PlaceLink } from './place-link'

/** What each way of looking saw in one passage, and what lifted or lowered it. */
export function WhyHit(props: {
  readonly hit: ExplainedHit
  /** The answer has a sentence of it. */
  readonly isCited: boolean
  /** The greatest lift of any hit: as long as a bar gets. */
  readonly mostLift: number
}) {
  const { words, language } = useApp()
  const { hit, isCited, mostLift } = props
  const { rank, why } = hit
  const said = whyWords(why, rank, language)
  const { signs: names, ranking, cited } = words.why
  return (
    <>
      <p className="why-place">
        <PlaceLink at={hit} />
        {isCited && <span className="why-cited">{cited}</span>}
      </p>
      <dl className="why-signs">
        <Sign name={names.meaning}>{said.meaning}</Sign>
        <Sign name={names.words}>
          <div className="why-words-line">
            <Share share={why.words.coverage} />
            {said.words}
            <QuestionWords words={why.words} />
          </div>
        </Sign>
        <Sign name={names.heading}>
          <Share share={why.heading} />
          {said.heading}
        </Sign>
        <Sign name={names.reading}>{said.reading}</Sign>
        <Sign name={ranking}>
          {said.ranking}
          <Lifts lifts={why.lifts} most={mostLift} />
        </Sign>
      </dl>
    </>
  )
}

function Sign({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** How much of the question is there; the words beside it say the same. */
function Share({ share }: { readonly share: number }) {
  return (
    <span className="why-share" aria-hidden>
      <span style={{ width: `${String(Math.min(1, share) * 100)}%` }} />
    </span>
  )
}

function QuestionWords({ words: { found, missing } }: { readonly words: HitReasons['words'] }) {
  const { hasLabel, lacksLabel } = useApp().words.why.words
  return (
    <>
      {found.length > 0 && (
        <ul className="why-words" aria-label={hasLabel}>
          {found.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <ul className="why-words" aria-label={lacksLabel}>
          {missing.map((word) => (
            <li key={word} className="why-lacked">
              <s>{word}</s>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Bars to both sides of the middle; the words beside them name the longest. */
function Lifts({ lifts, most }: { readonly lifts: HitReasons['lifts']; readonly most: number }) {
  const { signs: names } = useApp().words.why
  return (
    <ul className="why-lifts" aria-hidden>
      {signs.map((sign) => (
        <li key={sign}>
          {names[sign]}
          <span className="why-lift">
            <span
              data-lowers={lifts[sign] < 0 || undefined}
              style={{ width: `${String(most > 0 ? (Math.abs(lifts[sign]) / most) * 50 : 0)}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
