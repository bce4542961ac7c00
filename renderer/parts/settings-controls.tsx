import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { ErrorBody, Settings } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import { useApp } from '../app-context'
import { ErrorLine } from './error-line'

const languages = ['system', 'zh', 'en'] as const
const themes = ['system', 'light', 'dark'] as const

/** Language and theme, kept with the library and in force at once. */
export function SettingsControls() {
  const { words, shelf, actions } = useApp()
  const [error, setError] = useState<ErrorBody>()
  const { settings } = words

  const save = (change: Partial<Settings>) => {
    setError(undefined)
    actions.saveSettings(change).catch((thrown: unknown) => {
      setError(toErrorBody(thrown))
    })
  }

  return (
    <div className="settings">
      <NativeSelect
        size="xs"
        rightSectionWidth={24}
        aria-label={settings.language}
        value={shelf.settings.language}
        data={languages.map((value) => ({ value, label: settings.languages[value] }))}
        onChange={(event) => {
          const language = languages.find((known) => known === event.currentTarget.value)
          if (language) save({ language })
        }}
      />
      <NativeSelect
        size="xs"
        rightSectionWidth={24}
        aria-label={settings.theme}
        value={shelf.settings.theme}
        data={themes.map((value) => ({ value, label: settings.themes[value] }))}
        onChange={(event) => {
          const theme = themes.find((known) => known === event.currentTarget.value)
          if (theme) save({ theme })
        }}
      />
      {error && <ErrorLine error={error} />}
    </div>
  )
}
