import { Button, FileButton } from '@mantine/core'
import { IconFolderPlus, IconPlus } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { readableEndings } from '../../electron/contract/formats'
import { fill } from '../../electron/contract/wording/wording'
import { isBusy, type AdditionRun, type Additions } from '../addition-run'
import { useApp } from '../app-context'
import { chosenFiles } from '../found-files'

const accept = [...readableEndings.map((ending) => `.${ending}`), 'text/markdown', 'text/plain']

/** A chooser tells of a change only: without this, a file that was mended could not be chosen again. */
function forget(event: MouseEvent<HTMLInputElement>) {
  event.currentTarget.value = ''
}

const fileChooser = { onClick: forget }
/** Makes the chooser take a folder; the browsers all know it, the types of React do not. */
const folderChooser = { ...fileChooser, multiple: true, webkitdirectory: '' }

interface AddButtonsProps {
  readonly additions: Additions
  readonly onAdd: AdditionRun['add']
}

/** Chooses files, or a folder with all that is in it. */
export function AddButtons({ additions, onAdd }: AddButtonsProps) {
  const { library } = useApp().words
  const disabled = isBusy(additions)
  const choose = (files: readonly File[]) => {
    if (files.length > 0) void onAdd(() => Promise.resolve(chosenFiles(files)))
  }
  return (
    <div className="add-buttons">
      <FileButton multiple onChange={choose} disabled={disabled} inputProps={folderChooser}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconFolderPlus size={17} stroke={1.6} aria-hidden />}
          >
            {library.addFolder}
          </Button>
        )}
      </FileButton>
      <FileButton
        multiple
        accept={accept.join()}
        onChange={choose}
        disabled={disabled}
        inputProps={fileChooser}
      >
        {(props) => (
          <Button {...props} leftSection={<IconPlus size={17} stroke={1.8} aria-hidden />}>
            {library.add}
          </Button>
        )}
      </FileButton>
    </div>
  )
}

/** What can be added, and in its place, while it is done, which file it is at. */
export function AddingLine(props: { readonly additions: Additions; readonly onStop: () => void }) {
  const { library } = useApp().words
  const { looking, now } = props.additions
  const busy = isBusy(props.additions)
  return (
    <div className="add-words">
      <p className="quiet" data-hidden={busy}>
        {library.addHint}
      </p>
      <div className="adding-line" data-hidden={!busy}>
        <p>
          {now
            ? fill(library.adding, { name: now.path, done: now.done, total: now.total })
            : looking && library.looking}
        </p>
        {busy && (
          <Button variant="default" size="compact-sm" onClick={props.onStop}>
            {library.stop}
          </Button>
        )}
      </div>
    </div>
  )
}
