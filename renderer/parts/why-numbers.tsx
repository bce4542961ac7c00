import type { Answer } from '../../electron/contract/entities'
import { signs, type ExplainedHit } from '../../electron/contract/wording/why-words'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

/** The values behind the words, for whoever wants to compare. */
export function WhyNumbers(props: {
  readonly answer: Answer
  readonly hits: readonly ExplainedHit[]
}) {
  const { words } = useApp()
  const { numbers } = words.why
  const { sureness } = props.answer
  return (
    <details className="why-numbers">
      <summary>{numbers.title}</summary>
      {sureness && (
        <p>
          {fill(numbers.sureness, {
            value: shown(sureness.value),
            found: shown(sureness.found),
            related: shown(sureness.related),
            foundWord: words.answer.kinds.found.word,
            relatedWord: words.answer.kinds.related.word,
          })}
        </p>
      )}
      <p>{numbers.about}</p>
      {props.hits.map((hit) => (
        <HitNumbers key={hit.passageId} hit={hit} />
      ))}
    </details>
  )
}

function HitNumbers({ hit }: { readonly hit: ExplainedHit }) {
  const { numbers, signs: names } = useApp().words.why
  const { meaning, words, heading, reading, fused, lifts } = hit.why
  const rows = [
    [numbers.passage, meaning?.passage],
    [numbers.part, meaning?.part],
    [numbers.ask, meaning?.ask],
    [numbers.wordScore, words.score],
    [numbers.coverage, words.coverage],
    [numbers.heading, heading],
    [numbers.reading, reading?.score],
    [numbers.before, fused.score],
    ...signs.map((sign) => [fill(numbers.lift, { sign: names[sign] }), lifts[sign]] as const),
    [numbers.after, hit.score],
  ] as const
  return (
    <>
      <h3 className="small-heading">{fill(numbers.hit, { rank: hit.rank })}</h3>
      <dl className="why-figures">
        {rows.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{shown(value)}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}

function shown(value: number): string {
  return value.toFixed(2)
}
