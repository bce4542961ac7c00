/** The rules of the keyboard, as plain questions about an event. */

export interface KeyFacts {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
  readonly keyCode: number
}

/** The key belongs to an input method that is composing; 229 is what browsers say on its last one. */
export function isComposing({ isComposing, keyCode }: KeyFacts): boolean {
  return isComposing || keyCode === 229
}

/** Enter that asks: without Shift, and not the one that ends a composition. */
export function sendsQuestion(event: KeyFacts): boolean {
  return event.key === 'Enter' && !event.shiftKey && !isComposing(event)
}

/** Ctrl on most systems, ⌘ on a Mac, and nothing else with it. */
export function isCommand(event: KeyFacts, letter: string): boolean {
  return (
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    event.key.toLowerCase() === letter
  )
}

export type SingleKey =
  | { readonly does: 'open'; readonly number: number }
  | { readonly does: 'step'; readonly by: 1 | -1 }
  | { readonly does: 'list' }

/** What a key pressed alone asks for, where single keys act. */
export function singleKey(event: KeyFacts): SingleKey | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return undefined
  if (/^[1-9]$/.test(event.key)) return { does: 'open', number: Number(event.key) }
  switch (event.key.toLowerCase()) {
    case 'j':
      return { does: 'step', by: 1 }
    case 'k':
      return { does: 'step', by: -1 }
    case '?':
    case '？':
      return { does: 'list' }
    default:
      return undefined
  }
}

/** Text is typed there, so single keys must not act. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
