import { Kbd, Modal } from '@mantine/core'
import { useApp } from '../app-context'
import { commandName } from '../command-name'

type Row = readonly (readonly [pressed: readonly string[], does: string])[]

/** Every key the window knows. */
export function KeyList(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { words, shelf } = useApp()
  const { keys } = words
  const { singleKeys } = shelf.settings
  const command = commandName()
  const always: Row = [
    [['Enter'], keys.send],
    [['Shift', 'Enter'], keys.newLine],
    [[command, 'L'], keys.question],
    [[command, 'K'], keys.palette],
    [[command, ','], keys.settings],
    [[command, 'F'], keys.find],
    [[command, 'C'], keys.copy],
    [['Esc'], keys.back],
  ]
  const single: Row = [
    [['1–9'], keys.citation],
    [['J', 'K'], keys.marks],
    [['?'], keys.list],
  ]
  return (
    <Modal
      {...props}
      title={keys.title}
      closeButtonProps={{ 'aria-label': keys.close }}
      transitionProps={{ duration: 120 }}
    >
      <dl className="key-list">
        {[...always, ...(singleKeys ? single : [])].map(([pressed, does]) => (
          <div key={does}>
            <dt>
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{singleKeys ? keys.scope : keys.singleOff}</p>
    </Modal>
  )
}
