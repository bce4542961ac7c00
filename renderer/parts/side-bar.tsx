import { UnstyledButton } from '@mantine/core'
import {
  IconBooks,
  IconChecklist,
  IconCompass,
  IconHistory,
  IconKeyboard,
  IconMessageQuestion,
  IconSettings,
  type Icon,
} from '@tabler/icons-react'
import { screens, useApp, type Screen } from '../app-context'
import { StatusLine } from './status-line'

const icons: Record<Screen, Icon> = {
  ask: IconMessageQuestion,
  library: IconBooks,
  history: IconHistory,
  evaluate: IconChecklist,
  settings: IconSettings,
}

/** Name and screens; at the foot the state of the library and two aids. A top bar on narrow windows. */
export function SideBar({ screen }: { readonly screen: Screen }) {
  const { words, show, showKeys, showPalette } = useApp()
  return (
    <header className="side-bar">
      <p className="brand">{words.app.name}</p>
      <nav aria-label={words.nav.label}>
        <ul className="nav-list">
          {screens.map((name) => {
            const ScreenIcon = icons[name]
            return (
              <li key={name}>
                <UnstyledButton
                  className="nav-item"
                  aria-current={screen === name ? 'page' : undefined}
                  onClick={() => {
                    show(name)
                  }}
                >
                  <ScreenIcon size={18} stroke={1.6} aria-hidden />
                  {words.nav[name]}
                </UnstyledButton>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className="side-foot">
        <StatusLine />
        <div className="side-aids">
          <UnstyledButton className="aid quiet" onClick={showPalette}>
            <IconCompass size={16} stroke={1.6} aria-hidden />
            {words.palette.title}
          </UnstyledButton>
          <UnstyledButton className="aid quiet" onClick={showKeys}>
            <IconKeyboard size={16} stroke={1.6} aria-hidden />
            {words.keys.title}
          </UnstyledButton>
        </div>
      </div>
    </header>
  )
}
