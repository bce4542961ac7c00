import { AppError } from '../electron/contract/errors'
import { FILE_LIMIT } from '../electron/contract/limits'

/**
 * The file's bytes as base64. Rejects with FILE_TOO_LARGE before anything is read, or with
 * FILE_UNREADABLE when the browser cannot read it (a folder, for one).
 */
export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    if (file.size > FILE_LIMIT) {
      const details = { name: file.name, bytes: file.size, limit: FILE_LIMIT }
      reject(new AppError('FILE_TOO_LARGE', details))
      return
    }
    const reading = new FileReader()
    const refuse = () => {
      const reason = reading.error?.message ?? String(file.size)
      reject(new AppError('FILE_UNREADABLE', { path: file.name, reason }))
    }
    reading.onerror = refuse
    reading.onload = () => {
      const url = reading.result
      if (typeof url !== 'string') refuse()
      else resolve(url.slice(url.indexOf(',') + 1))
    }
    reading.readAsDataURL(file)
  })
}
