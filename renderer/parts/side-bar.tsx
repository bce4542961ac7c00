import { UnstyledButton } from '@mantine/core'
import { IconBooks, IconKeyboard, IconMessageQuestion } from '@tabler/icons-react'
import { useApp, type Screen } from '../app-context'
import { SettingsControls } from './settings-controls'
import { StatusLine } from './status-line'

/** Name and screens; at the foot the state of the library and the settings. A top bar on narrow windows. */
export function SideBar({ screen }: { readonly screen: Screen }) {
  const { words, show, showKeys } = useApp()
  return (
    <header className="side-bar">
      <p className="brand">{words.app.name}</p>
      <nav aria-label={words.nav.label}>
        <ul className="nav-list">
          {(['ask', 'library'] as const).map((name) => (
            <li key={name}>
              <UnstyledButton
                className="nav-item"
                aria-current={screen === name ? 'page' : undefined}
                onClick={() => {
                  show(name)
                }}
              >
                {name === 'ask' ? (
                  <IconMessageQuestion size={18} stroke={1.6} aria-hidden />
                ) : (
                  <IconBooks size={18} stroke={1.6} aria-hidden />
                )}
                {words.nav[name]}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </nav>
      <div className="side-foot">
        <StatusLine />
        <SettingsControls />
        <UnstyledButton className="keys-button quiet" onClick={showKeys}>
          <IconKeyboard size={16} stroke={1.6} aria-hidden />
          {words.keys.title}
        </UnstyledButton>
      </div>
    </header>
  )
}
