import type { Answer, Sureness } from '../../electron/contract/entities'
import { surenessWords } from '../../electron/contract/wording/why-words'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

/** How sure, in words and as a place on the scale of the three kinds. */
export function WhySureness({ answer }: { readonly answer: Answer }) {
  const { words, language } = useApp()
  const { sureness, kind } = answer
  return (
    <>
      <h2 className="small-heading">{words.why.sure.title}</h2>
      <p>{surenessWords(answer, language)}</p>
      {sureness && <Scale sureness={sureness} kind={kind} />}
    </>
  )
}

function Scale({ sureness, kind }: { readonly sureness: Sureness; readonly kind: Answer['kind'] }) {
  const { words } = useApp()
  const { none, related, found } = words.answer.kinds
  const kinds = { none: none.word, related: related.word, found: found.word }
  const steps = [
    { name: 'none', share: sureness.related },
    { name: 'related', share: sureness.found - sureness.related },
    { name: 'found', share: 1 - sureness.found },
  ] as const
  return (
    <div className="sure-scale">
      <p className="visually-hidden">
        {fill(words.why.sure.scale, { ...kinds, kind: kinds[kind] })}
      </p>
      <div className="sure-track" aria-hidden>
        {steps.map(({ name, share }) => (
          <span key={name} data-kind={name} style={{ flexGrow: share }} />
        ))}
        <span className="sure-value" style={{ insetInlineStart: percent(sureness.value) }} />
      </div>
      <ul className="sure-names" aria-hidden>
        {steps.map(({ name }) => (
          <li key={name} data-kind={name} data-current={name === kind || undefined}>
            {kinds[name]}
          </li>
        ))}
      </ul>
    </div>
  )
}

function percent(share: number): string {
  return `${String(Math.min(100, Math.max(0, share * 100)))}%`
}
