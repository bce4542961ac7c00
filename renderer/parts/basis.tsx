import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useId, useState } from 'react'
import type { Fact } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { basisWords, firstStatute } from '../../electron/contract/wording/basis-words'
import { useFacts } from '../use-facts'
import { ErrorLine } from './error-line'

/** One quiet line naming what a section rests on; pressing it shows the statements and statutes. */
export function Basis({ ids }: { readonly ids: readonly string[] }) {
  const { words, language } = useApp()
  const { facts, error, again } = useFacts(ids)
  const [opened, setOpened] = useState(false)
  const id = useId()
  if (facts?.length === 0) return null
  const Chevron = opened ? IconChevronDown : IconChevronRight
  const first = firstStatute(facts ?? [], language)
  return (
    <div className="basis" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <UnstyledButton
        className="basis-toggle"
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => {
          setOpened(!opened)
        }}
      >
        <Chevron size={15} stroke={1.8} aria-hidden />
        <span className="basis-count">
          {fill(words.basis.count, { count: (facts ?? ids).length })}
        </span>
        {first && (
          <>
            {' '}
            <span className="basis-first">{first.statute}</span>
            {first.notes.map((note) => (
              <Fragment key={note}>
                {' '}
                <span className="basis-note">{note}</span>
              </Fragment>
            ))}
          </>
        )}
      </UnstyledButton>
      <div id={id} hidden={!opened} className="basis-body">
        {error && (
          <>
            <ErrorLine error={error} />
            <Button variant="default" size="compact-md" onClick={again}>
              {words.basis.again}
            </Button>
          </>
        )}
        {facts && (
          <ul className="basis-facts">
            {facts.map((fact) => (
              <FactItem key={fact.id} fact={fact} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** In place of the line above where an earlier sentence of the answer, `number`, has it already. */
export function SameBasis(props: { readonly ids: readonly string[]; readonly number: number }) {
  const { words } = useApp()
  const { facts } = useFacts(props.ids)
  if (facts?.length === 0) return null
  return <p className="basis basis-same">{fill(words.basis.sameAs, { number: props.number })}</p>
}

function FactItem({ fact }: { readonly fact: Fact }) {
  const { language } = useApp()
  return (
    <li>
      {basisWords(fact, language).map(({ statute, notes }) => (
        <Fragment key={statute}>
          <p>{statute}</p>
          {notes.map((note) => (
            <p key={note} className="basis-note">
              {note}
            </p>
          ))}
        </Fragment>
      ))}
      <p className="basis-statement">{fact.statement[language]}</p>
    </li>
  )
}
