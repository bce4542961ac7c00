/** The menu as plain entries: the platform's own commands under its own shortcuts, in our words. */
import type { Wording } from '../../contract/wording/zh'
import type { MenuEntry, MenuRole } from './electron-parts'

export interface MenuParts {
  readonly words: Wording['desktop']['menu']
  /** Name of the program: what macOS calls its first menu. */
  readonly name: string
  readonly platform: NodeJS.Platform
  /** Reloading and the developer tools are for those who build the program. */
  readonly developing: boolean
  readonly onChooseLibrary: () => void
  readonly onAbout: () => void
  readonly onLicences: () => void
}

const line: MenuEntry = { type: 'separator' }

export function menuEntries(parts: MenuParts): MenuEntry[] {
  const { words, developing } = parts
  const isMac = parts.platform === 'darwin'
  const about: MenuEntry = { label: words.about, click: parts.onAbout }
  const quit: MenuEntry = { label: words.quit, role: 'quit' }
  const close: MenuEntry = { label: words.close, role: 'close' }
  const library: MenuEntry = { label: words.chooseLibrary, click: parts.onChooseLibrary }
  const labelled = (label: string, role: MenuRole): MenuEntry => ({ label, role })

  const appMenu: MenuEntry = {
    label: parts.name,
    submenu: [
      about,
      line,
      labelled(words.services, 'services'),
      line,
      labelled(words.hide, 'hide'),
      labelled(words.hideOthers, 'hideOthers'),
      labelled(words.showAll, 'unhide'),
      line,
      quit,
    ],
  }
  return [
    ...(isMac ? [appMenu] : []),
    { label: words.file, submenu: [library, line, isMac ? close : quit] },
    {
      label: words.edit,
      submenu: [
        labelled(words.undo, 'undo'),
        labelled(words.redo, 'redo'),
        line,
        labelled(words.cut, 'cut'),
        labelled(words.copy, 'copy'),
        labelled(words.paste, 'paste'),
        labelled(words.selectAll, 'selectAll'),
      ],
    },
    {
      label: words.view,
      submenu: [
        ...(developing
          ? [
              labelled(words.reload, 'reload'),
              labelled(words.developerTools, 'toggleDevTools'),
              line,
            ]
          : []),
        labelled(words.zoomReset, 'resetZoom'),
        labelled(words.zoomIn, 'zoomIn'),
        // On most keyboards plus needs Shift; the key itself says equals.
        {
          role: 'zoomIn',
          label: words.zoomIn,
          accelerator: 'CommandOrControl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        labelled(words.zoomOut, 'zoomOut'),
        line,
        labelled(words.fullScreen, 'togglefullscreen'),
      ],
    },
    {
      label: words.window,
      role: 'window',
      submenu: [
        labelled(words.minimize, 'minimize'),
        ...(isMac ? [labelled(words.zoom, 'zoom'), line, labelled(words.front, 'front')] : [close]),
      ],
    },
    {
      label: words.help,
      role: 'help',
      submenu: [...(isMac ? [] : [about]), { label: words.licences, click: parts.onLicences }],
    },
  ]
}
