/** How the key for commands is named on this system. */
export function commandName(): string {
  return navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl'
}
