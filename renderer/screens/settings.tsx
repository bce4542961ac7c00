import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ErrorBody, Settings } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import { settingChoices } from '../../electron/contract/settings'
import { useApp } from '../app-context'
import { Choice, Switch } from '../parts/choice'
import { EraseHistory } from '../parts/erase-history'
import { ErrorLine } from '../parts/error-line'
import { LibraryFolder } from '../parts/library-folder'
import { Traces } from '../parts/traces'
import { useHistory } from '../use-history'

/** From small to large, which is not the order of the table: that begins with the usual one. */
const textSizes = ['small', 'normal', 'large', 'largest'] as const

/** All that can be set, kept with the library and in force at once. */
export function SettingsScreen() {
  const { words, shelf, actions, showKeys } = useApp()
  const { settings } = words
  const [error, setError] = useState<ErrorBody>()

  const save = (change: Partial<Settings>) => {
    setError(undefined)
    actions.saveSettings(change).catch((thrown: unknown) => {
      setError(toErrorBody(thrown))
    })
  }

  return (
    <div className="page sheet settings-screen">
      <h1>{settings.title}</h1>
      <p className="quiet">{settings.kept}</p>
      {error && <ErrorLine error={error} />}
      <section aria-labelledby="settings-looks">
        <h2 id="settings-looks">{settings.looks}</h2>
        <Choice
          label={settings.language.label}
          value={shelf.settings.language}
          choices={named(settingChoices.language, settings.language.choices)}
          onChoose={(language) => {
            save({ language })
          }}
        />
        <Choice
          label={settings.theme.label}
          value={shelf.settings.theme}
          choices={named(settingChoices.theme, settings.theme.choices)}
          onChoose={(theme) => {
            save({ theme })
          }}
        />
        <Choice
          label={settings.textSize.label}
          meaning={settings.textSize.meaning}
          value={shelf.settings.textSize}
          choices={named(textSizes, settings.textSize.choices)}
          onChoose={(textSize) => {
            save({ textSize })
          }}
        />
      </section>
      <section aria-labelledby="settings-answers">
        <h2 id="settings-answers">{settings.answers}</h2>
        <Switch
          label={settings.answerFinder.label}
          meaning={settings.answerFinder.meaning}
          on={shelf.settings.answerFinder}
          onSwitch={(answerFinder) => {
            save({ answerFinder })
          }}
        />
      </section>
      <section aria-labelledby="settings-keyboard">
        <h2 id="settings-keyboard">{settings.keyboard}</h2>
        <Switch
          label={settings.singleKeys.label}
          meaning={settings.singleKeys.meaning}
          on={shelf.settings.singleKeys}
          onSwitch={(singleKeys) => {
            save({ singleKeys })
          }}
        />
        <Button variant="default" size="compact-md" onClick={showKeys}>
          {settings.allKeys}
        </Button>
      </section>
      <section aria-labelledby="settings-history">
        <h2 id="settings-history">{settings.history.title}</h2>
        <Switch
          label={settings.history.label}
          meaning={settings.history.meaning}
          on={shelf.settings.history}
          onSwitch={(history) => {
            save({ history })
          }}
        />
        <Erasing />
      </section>
      <LibraryFolder />
      <Traces />
    </div>
  )
}

function Erasing() {
  const { words } = useApp()
  const { history, error, clear } = useHistory()
  return (
    <>
      {error && <ErrorLine error={error} />}
      {history?.entries.length === 0 && <p className="quiet">{words.history.nothing}</p>}
      {history && <EraseHistory count={history.entries.length} onErase={clear} />}
    </>
  )
}

function named<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly (readonly [Value, string])[] {
  return values.map((value) => [value, words[value]])
}
