import { Modal, TextInput } from '@mantine/core'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ErrorBody } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { isComposing } from '../keys'
import { paletteGroups, type PaletteAction } from '../palette-entries'
import { plainReading } from '../readings'
import { useHistory } from '../use-history'
import { ErrorLine } from './error-line'

type PaletteWay = Exclude<PaletteAction, { does: 'set' }>

interface PaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** One box that goes anywhere: pages, articles by title, earlier questions, how it all looks. */
export function Palette({ opened, onClose }: PaletteProps) {
  const { words } = useApp()
  const before = useRef<Element>(null)

  const giveBack = () => {
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }

  useLayoutEffect(() => {
    if (!opened) return undefined
    before.current = document.activeElement
    return giveBack
  }, [opened])

  /** The focus goes back first: what is opened from here returns it there when it closes. */
  const close = () => {
    giveBack()
    onClose()
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      returnFocus={false}
      title={words.palette.title}
      closeButtonProps={{ 'aria-label': words.keys.close }}
      transitionProps={{ duration: 0 }}
      yOffset="8vh"
    >
      <PaletteBox onChosen={close} />
    </Modal>
  )
}

/** Mounted anew at every opening, so that it begins empty and with the questions of now. */
function PaletteBox({ onChosen }: { readonly onChosen: () => void }) {
  const { words, shelf, actions } = useApp()
  const { history } = useHistory()
  const go = usePaletteGo()
  const [error, setError] = useState<ErrorBody>()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()

  const groups = useMemo(
    () =>
      paletteGroups(typed, {
        words,
        articles: shelf.articles ?? [],
        history: history?.entries ?? [],
        settings: shelf.settings,
      }),
    [typed, words, shelf.articles, shelf.settings, history],
  )
  const entries = groups.flatMap((group) => group.entries)
  const chosen = entries[Math.min(active, entries.length - 1)]
  const optionId = (entryId: string) => `${id}-${entryId}`

  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])

  const choose = (action: PaletteAction) => {
    setError(undefined)
    if (action.does === 'set') {
      actions.saveSettings(action.change).then(onChosen, (thrown: unknown) => {
        setError(toErrorBody(thrown))
      })
    } else {
      onChosen()
      go(action)
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      setActive((Math.min(active, entries.length - 1) + step + entries.length) % entries.length)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      choose(chosen.action)
    }
  }

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={words.palette.title}
        aria-expanded={entries.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen && optionId(chosen.id)}
        placeholder={words.palette.placeholder}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {fill(words.palette.count, { count: entries.length })}
      </p>
      <div id={id} role="listbox" aria-label={words.palette.list} className="palette-list">
        {groups.map(({ name, entries: members }) => (
          <div key={name} role="group" aria-label={words.palette.groups[name]}>
            <p className="small-heading palette-heading" aria-hidden>
              {words.palette.groups[name]}
            </p>
            {members.map((entry) => (
              <div
                key={entry.id}
                id={optionId(entry.id)}
                role="option"
                aria-selected={entry === chosen}
                className="palette-entry"
                onClick={() => {
                  choose(entry.action)
                }}
              >
                {entry.label}
              </div>
            ))}
          </div>
        ))}
      </div>
      {error && <ErrorLine error={error} />}
      <p className="quiet palette-hint">{words.palette.hint}</p>
    </>
  )
}

function usePaletteGo(): (to: PaletteWay) => void {
  const { show, open, askHere } = useApp()
  return (to) => {
    switch (to.does) {
      case 'show':
        show(to.screen)
        return
      case 'open':
        open(plainReading(to))
        return
      case 'ask':
        askHere(to.question)
    }
  }
}
