/** Why the window did not open, read from what Electron left behind. */
import type { Language } from '../../contract/entities'
import { startWordingFor, type StartWording } from '../../contract/wording/start'
import { fill } from '../../contract/wording/wording'

export interface Trouble {
  readonly name: keyof StartWording['troubles']
  /** Fill the sentence of that name. */
  readonly details: Readonly<Record<string, string | number>>
}

/** How a process ended; both are absent in one that never ran. */
export interface Ending {
  readonly code: number | null
  readonly signal: string | null
}

/** Where a library's package in Debian and Ubuntu has another name than the file. */
const packages: readonly (readonly [file: RegExp, name: string])[] = [
  [/^libgtk-3\./, 'libgtk-3-0'],
  [/^libgbm\./, 'libgbm1'],
  [/^libasound\./, 'libasound2'],
  [/^lib(nss3|nssutil3|smime3)\./, 'libnss3'],
  [/^libnspr4\./, 'libnspr4'],
  [/^libatk-1\.0\./, 'libatk1.0-0'],
  [/^libatk-bridge-2\.0\./, 'libatk-bridge2.0-0'],
  [/^libatspi\./, 'libatspi2.0-0'],
  [/^libcups\./, 'libcups2'],
  [/^libxkbcommon\./, 'libxkbcommon0'],
]

/**
 * @param complaint what Electron wrote to stderr
 * @param folder of Electron's binary
 * @param display the value of DISPLAY or WAYLAND_DISPLAY
 */
export function troubleOf(
  complaint: string,
  ending: Ending,
  { folder, display }: { readonly folder: string; readonly display: string },
): Trouble {
  const missing = /loading shared libraries: (\S+?):/.exec(complaint)?.[1]
  if (missing) {
    return {
      name: 'library-missing',
      details: { library: missing, package: packageOf(missing) },
    }
  }
  const version = /version `(\S+?)' not found/.exec(complaint)?.[1]
  if (version) return { name: 'old-system', details: { library: version } }
  if (/running as root without --no-sandbox/i.test(complaint)) return { name: 'root', details: {} }
  if (/no usable sandbox|SUID sandbox helper|zygote_host_impl|user namespace/i.test(complaint)) {
    return { name: 'sandbox', details: { folder } }
  }
  if (/Missing X server|cannot open display|Failed to connect to Wayland/i.test(complaint)) {
    return { name: 'display-refused', details: { display } }
  }
  return { name: 'ended-early', details: { ...ended(ending), reason: lastLine(complaint) } }
}

export function troubleSentence({ name, details }: Trouble, language: Language): string {
  const words = startWordingFor(language)
  if (name !== 'ended-early') return fill(words.troubles[name], details)
  const ending = fill(words.endings[details['signal'] ? 'signal' : 'code'], details)
  return fill(words.troubles[name], { ending, reason: details['reason'] || words.noWords })
}

function packageOf(library: string): string {
  const [stem = library] = library.split('.so')
  const known = packages.find(([file]) => file.test(library))
  // Debian writes libXcomposite.so.1 as libxcomposite1.
  return known?.[1] ?? stem.toLowerCase() + (/\.so\.(\d+)/.exec(library)?.[1] ?? '')
}

function ended({ code, signal }: Ending): Trouble['details'] {
  return signal === null ? { code: code ?? 1 } : { signal }
}

function lastLine(complaint: string): string {
  return complaint.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? ''
}
