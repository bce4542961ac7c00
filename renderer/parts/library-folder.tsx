import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ErrorBody } from '../../electron/contract/entities'
import { useApp } from '../app-context'
import { useCopyText } from '../use-copy-text'
import { CopyButton } from './copy-button'
import { ErrorLine } from './error-line'

/** Where the library is, and how to come to another one. */
export function LibraryFolder() {
  const { words, shelf } = useApp()
  const { folder: said } = words.settings
  const { copyText, said: copied } = useCopyText()
  const folder = shelf.status?.library.folder
  return (
    <section aria-labelledby="settings-folder">
      <h2 id="settings-folder">{said.title}</h2>
      {folder !== undefined && (
        <>
          <p className="folder-path">{folder}</p>
          <CopyButton
            label={said.copy}
            said={copied}
            onCopy={() => {
              copyText(folder)
            }}
          />
        </>
      )}
      {window.wenjuDesktop ? <ChooseFolder /> : <p className="quiet">{said.how}</p>}
    </section>
  )
}

function ChooseFolder() {
  const { words } = useApp()
  const [error, setError] = useState<ErrorBody>()

  const choose = async () => {
    setError(undefined)
    const choice = await window.wenjuDesktop?.chooseLibrary()
    if (choice && 'error' in choice) setError(choice.error)
  }

  return (
    <div className="choose-folder">
      <Button
        variant="default"
        size="compact-md"
        onClick={() => {
          void choose()
        }}
      >
        {words.settings.folder.choose}
      </Button>
      {error && <ErrorLine error={error} />}
    </div>
  )
}
