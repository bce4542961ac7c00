import { describe, expect, it, vi } from 'vitest'
import { wordingFor } from '../../contract/wording/wording'
import type { MenuEntry, MenuRole } from './electron-parts'
import { menuEntries, type MenuParts } from './menu'

const words = wordingFor('en').desktop.menu

function menu(changes: Partial<MenuParts> = {}) {
  return menuEntries({
    words,
    name: 'Wenju',
    platform: 'linux',
    developing: false,
    onChooseLibrary: vi.fn(),
    onAbout: vi.fn(),
    onLicences: vi.fn(),
    ...changes,
  })
}

const all = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.flatMap((entry) => [entry, ...all(entry.submenu ?? [])])
const rolesOf = (entries: readonly MenuEntry[]) => all(entries).map(({ role }) => role)

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('has a word of ours on every entry', () => {
    for (const entry of all(menu({ platform, developing: true }))) {
      if (entry.type !== 'separator') expect(entry.label, entry.role).toMatch(/\S/)
    }
  })

  it('edits, zooms, fills the screen and quits', () => {
    const wanted: readonly MenuRole[] = [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'togglefullscreen',
      'minimize',
      'close',
      'quit',
    ]
    expect(rolesOf(menu({ platform }))).toEqual(expect.arrayContaining([...wanted]))
  })

  it('reloads and opens the developer tools only while the program is being built', () => {
    for (const role of ['reload', 'toggleDevTools'] as const) {
      expect(rolesOf(menu({ platform }))).not.toContain(role)
      expect(rolesOf(menu({ platform, developing: true }))).toContain(role)
    }
  })

  it('has each of our own commands once', () => {
    const parts = { onChooseLibrary: vi.fn(), onAbout: vi.fn(), onLicences: vi.fn() }
    for (const { click } of all(menu({ platform, ...parts }))) click?.()
    for (const command of Object.values(parts)) expect(command).toHaveBeenCalledOnce()
  })
})

it('begins with the program on macOS, which hides there', () => {
  const [first] = menu({ platform: 'darwin' })
  expect(first?.label).toBe('Wenju')
  expect(rolesOf([first ?? {}])).toEqual(
    expect.arrayContaining(['services', 'hide', 'hideOthers', 'unhide', 'quit']),
  )
  expect(menu()[0]?.label).toBe(words.file)
})
