import { useEffect, useRef, useState } from 'react'
import type { Search } from './addition-run'
import { walkEntries } from './dropped-entries'
import { chosenFiles } from './found-files'

/** Files and folders dropped anywhere on the window. Gives whether some hang over it now. */
export function useFileDrop(onDrop: (search: Search) => void): boolean {
  const [over, setOver] = useState(false)
  // Each element under the pointer enters before the last one leaves, so the window is left at zero.
  const depth = useRef(0)

  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth.current += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth.current = Math.max(0, depth.current - 1)
      if (depth.current === 0) setOver(false)
    }
    const allow = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      depth.current = 0
      setOver(false)
      onDrop(searchOf(event.dataTransfer))
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop)
    }
  }, [onDrop])

  return over
}

/** Taken down at once: after the event the browser forgets what was dropped. */
function searchOf({ items, files }: DataTransfer): Search {
  const entries = [...items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  const plain = [...files]
  // A file that does not come from a disk, such as a picture dragged out of a page, has no entry.
  return entries.length < plain.length
    ? () => Promise.resolve(chosenFiles(plain))
    : (stop) => walkEntries(entries, stop)
}
