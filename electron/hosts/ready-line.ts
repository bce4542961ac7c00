/** What the window's program prints when the window shows; the starter waits for it. */
export const READY_LINE = 'wenju-window-ready'
