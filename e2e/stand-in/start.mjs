/** Runs the built desktop program with the stand-in in the place of Electron. */
import { register } from 'node:module'

const standIn = JSON.stringify(new URL('./electron.mjs', import.meta.url).href)
register(
  `data:text/javascript,${encodeURIComponent(
    `export const resolve = (name, context, next) =>
      name === 'electron' ? { url: ${standIn}, shortCircuit: true } : next(name, context)`,
  )}`,
)
await import('../../out/main/main.js')
