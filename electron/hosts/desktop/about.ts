/** What the program is made of, and where its licences stand. */
import { fill } from '../../contract/wording/wording'
import type { DesktopProcess } from './electron-parts'
import type { Talk } from './talk'

export interface AboutParts {
  readonly talk: Talk
  readonly version: string
  readonly versions: DesktopProcess['versions']
  /** Absolute path of the list of other software. */
  readonly notices: string
  readonly showInFolder: (path: string) => void
}

export interface About {
  show(): Promise<void>
  showLicences(): void
}

export function createAbout({ talk, version, versions, notices, showInFolder }: AboutParts): About {
  const showLicences = () => {
    showInFolder(notices)
  }
  return {
    async show() {
      const { about, ok } = talk.words()
      const { electron = '', chrome = '', node = '' } = versions
      const button = await talk.ask({
        message: fill(about.message, { version }),
        detail: fill(about.detail, { electron, chromium: chrome, node, notices }),
        // Escape and Enter alike close it.
        buttons: [about.showLicences, ok],
      })
      if (button === 0) showLicences()
    },
    showLicences,
  }
}
