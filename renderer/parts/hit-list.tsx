import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Hit } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { placeOf } from '../place-of'
import { markedReading } from '../readings'
import { MarkHit } from './evaluate-mark'

/** Enough to judge by without scrolling past the fold. */
const FIRST_SHOWN = 3

/** Passages worth a look, best first. */
export function HitList(props: {
  /** Whose hits they are, so that right ones can be marked; absent while its answer is coming. */
  readonly question?: string
  readonly hits: readonly Hit[]
  /** The heading, `{count}` in it. */
  readonly title: string
  readonly openAtFirst: boolean
}) {
  const { words } = useApp()
  const [opened, setOpened] = useState(props.openAtFirst)
  const [all, setAll] = useState(false)
  const id = useId()
  const { hits } = props
  if (hits.length === 0) return null
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <section className="hits">
      <h2>
        <UnstyledButton
          className="small-heading hits-toggle"
          aria-expanded={opened}
          aria-controls={id}
          onClick={() => {
            setOpened(!opened)
          }}
        >
          <Chevron size={16} stroke={1.8} aria-hidden />
          {fill(props.title, { count: hits.length })}
        </UnstyledButton>
      </h2>
      <div id={id} hidden={!opened}>
        <ol className="hit-rows">
          {(all ? hits : hits.slice(0, FIRST_SHOWN)).map((hit) => (
            <li key={hit.passageId}>
              <HitRow hit={hit} />
              {props.question !== undefined && (
                <MarkHit question={props.question} hit={hit} inAnswer />
              )}
            </li>
          ))}
        </ol>
        {!all && hits.length > FIRST_SHOWN && (
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => {
              setAll(true)
            }}
          >
            {fill(words.answer.showAll, { count: hits.length })}
          </Button>
        )}
      </div>
    </section>
  )
}

/** One passage and where it stands; pressing it opens the article there. */
export function HitRow({ hit }: { readonly hit: Hit }) {
  const { words, open } = useApp()
  return (
    <UnstyledButton
      className="hit"
      onClick={() => {
        open(markedReading(hit))
      }}
    >
      <span className="hit-place">{placeOf(hit, words)}</span>
      <span className="hit-text">{hit.text}</span>
    </UnstyledButton>
  )
}
