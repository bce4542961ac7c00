import { Button } from '@mantine/core'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

interface PageStepsProps {
  /** Of the list. */
  readonly place: 'above' | 'below'
  /** From 0. */
  readonly page: number
  readonly size: number
  readonly total: number
  readonly onPage: (page: number) => void
}

/** From one page of a long list to the next; nothing where one page holds it all. */
export function PageSteps({ place, page, size, total, onPage }: PageStepsProps) {
  const { library } = useApp().words
  if (total <= size) return null
  const step = (label: string, to: number) => (
    <Button
      variant="default"
      size="compact-sm"
      // Not `disabled`, which would take the focus away at the last page.
      aria-disabled={to < 0 || to * size >= total}
      onClick={() => {
        if (to >= 0 && to * size < total) onPage(to)
      }}
    >
      {label}
    </Button>
  )
  return (
    <nav className="page-steps" aria-label={library.pages[place]}>
      {step(library.previousPage, page - 1)}
      <span className="quiet">
        {fill(library.page, {
          from: page * size + 1,
          to: Math.min(total, (page + 1) * size),
          total,
        })}
      </span>
      {step(library.nextPage, page + 1)}
    </nav>
  )
}
