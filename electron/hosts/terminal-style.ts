/** How words stand out in a terminal; where the output is read by a program, not at all. */
export interface Style {
  /** The words that answer. */
  readonly strong: (text: string) => string
  /** What must be read first and claims nothing. */
  readonly faint: (text: string) => string
}

export const plainStyle: Style = { strong: (text) => text, faint: (text) => text }

const BOLD_UNDERLINED = '\u001b[1;4m'
const FAINT = '\u001b[2m'
const RESET = '\u001b[0m'

export const screenStyle: Style = {
  strong: (text) => BOLD_UNDERLINED + text + RESET,
  faint: (text) => FAINT + text + RESET,
}

/** Plain for files and pipes, and for a terminal that says that it cannot do more. */
export function styleFor(isScreen: boolean, env: NodeJS.ProcessEnv): Style {
  return isScreen && env['TERM'] !== 'dumb' ? screenStyle : plainStyle
}
