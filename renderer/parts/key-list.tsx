import { Kbd, Modal } from '@mantine/core'
import { useApp } from '../app-context'

/** Every key the window knows. */
export function KeyList(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { words } = useApp()
  const { keys } = words
  const command = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl'
  const rows: readonly (readonly [pressed: readonly string[], does: string])[] = [
    [['Enter'], keys.send],
    [['Shift', 'Enter'], keys.newLine],
    [[command, 'L'], keys.question],
    [[command, 'F'], keys.find],
    [[command, 'C'], keys.copy],
    [['Esc'], keys.back],
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
        {rows.map(([pressed, does]) => (
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
      <p className="quiet">{keys.scope}</p>
    </Modal>
  )
}
