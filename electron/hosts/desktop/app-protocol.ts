/** The window's files under `wenju://app/`: the listed ones and nothing else, with the page's policy. */
import { filePathOf, listWebFiles, serveFile } from '../web-files'
import { secure } from '../web-headers'
import { isOwnPage } from './own-page'

export type ServePage = (request: Pick<Request, 'method' | 'url'>) => Promise<Response>

/** Throws FILE_NOT_FOUND when `rendererFolder` has no window. What is not listed is answered 404. */
export function createAppProtocol(rendererFolder: string): ServePage {
  const files = listWebFiles(rendererFolder)
  return async ({ method, url }) => {
    const asksForFile = method === 'GET' && isOwnPage(url)
    const file = asksForFile ? await serveFile(files, filePathOf(url)) : undefined
    return secure(file ?? new Response(null, { status: 404 }), 'desktop')
  }
}
