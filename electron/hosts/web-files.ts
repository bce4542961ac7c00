/**
 * The built window as files to serve. The list is read once at the start and a request is a key
 * into it, so no path from outside ever reaches the file system.
 */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { AppError } from '../contract/errors'

export interface WebFile {
  readonly path: string
  readonly type: string
  readonly cache: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/** A name with the build's content hash: another content has another name. */
const hashed = /^\/assets\/.+-[\w-]{8}\.\w+$/

/**
 * Files under `folder` by URL path, `index.html` also as '/'. Links are left out. Throws
 * FILE_NOT_FOUND when there is no window to serve.
 */
export function listWebFiles(folder: string): ReadonlyMap<string, WebFile> {
  const files = new Map<string, WebFile>()
  for (const path of listed(folder)) {
    const url = `/${relative(folder, path).split(sep).join('/')}`
    const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream'
    files.set(url, { path, type, cache: cacheOf(url) })
  }
  const index = files.get('/index.html')
  if (!index) throw new AppError('FILE_NOT_FOUND', { path: join(folder, 'index.html') })
  return files.set('/', index)
}

/** The path that `url` asks for, decoded; empty, which names no file, for one that is no valid escape. */
export function filePathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch (thrown) {
    if (thrown instanceof URIError) return ''
    throw thrown
  }
}

/** `undefined` when the list has no such path. */
export async function serveFile(
  files: ReadonlyMap<string, WebFile>,
  urlPath: string,
): Promise<Response | undefined> {
  const file = files.get(urlPath)
  if (!file) return undefined
  const headers = { 'Content-Type': file.type, 'Cache-Control': file.cache }
  return new Response(await readFile(file.path), { headers })
}

function listed(folder: string): readonly string[] {
  try {
    return filesIn(folder)
  } catch (thrown) {
    throw new AppError('FILE_NOT_FOUND', { path: folder }, { cause: thrown })
  }
}

/** Walks by itself: in the archive of a packed program only plain listing is sure to work. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return entry.isFile() ? [path] : []
  })
}

function cacheOf(url: string): string {
  if (hashed.test(url)) return 'private, max-age=31536000, immutable'
  return url.endsWith('.html') ? 'no-store' : 'no-cache'
}
