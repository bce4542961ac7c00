/** Every channel between the page and the main process, and nothing is said on any other. */
export const channels = {
  /** Page to main: an operation's name and input; the reply is an envelope. */
  call: 'wenju:call',
  /** Main to page: an engine event. */
  event: 'wenju:event',
  /** Page to main: no input; the reply is a `LibraryChoice`. */
  chooseLibrary: 'wenju:choose-library',
} as const
