/**
 * Where the program's own files are. In the project everything lies in one folder. Packed, the
 * program is inside `app.asar`, while model and starter library, which are large and read by
 * native code, lie beside it:
 *
 *   resources/app.asar   out/, node_modules/, package.json
 *   resources/models     resources/data
 */
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds what is large, for a program in `root`. */
export function shippedFolder(root: string): string {
  return basename(root) === 'app.asar' ? dirname(root) : root
}

/** Of `package.json` and `out`. Programs are built flat into `out/main`; sources lie two levels below the root as well. */
export const projectRoot = rootOf(fileURLToPath(import.meta.url))

export const dataFolder = join(shippedFolder(projectRoot), 'data')

/** Vectors of the starter articles, made by `npm run starter`. */
export const starterVectors = join(dataFolder, 'starter-vectors')

/** `WENJU_MODELS` names another. */
export const modelsFolder = () =>
  process.env['WENJU_MODELS'] ?? join(shippedFolder(projectRoot), 'models')

function rootOf(file: string): string {
  return dirname(dirname(dirname(file)))
}
