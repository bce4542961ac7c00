import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import type { Order, SortKey } from '../library-rows'

/** Pressed first, these show the greatest and newest first. */
const FALLING: readonly SortKey[] = ['added', 'passages']

interface SortHeaderProps {
  readonly by: SortKey
  readonly order: Order
  readonly onOrder: (order: Order) => void
}

/** A column's heading that sorts by it, and by pressing it again the other way. */
export function SortHeader({ by, order, onOrder }: SortHeaderProps) {
  const { library } = useApp().words
  const column = library.columns[by]
  const current = order.by === by
  const direction = !current ? 'none' : order.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={direction} className={by === 'passages' ? 'number' : undefined}>
      <UnstyledButton
        className="sort"
        aria-label={fill(library.sortBy, { column })}
        onClick={() => {
          onOrder({ by, descending: current ? !order.descending : FALLING.includes(by) })
        }}
      >
        {column}
        {direction === 'ascending' && <IconArrowUp size={14} stroke={2} aria-hidden />}
        {direction === 'descending' && <IconArrowDown size={14} stroke={2} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}
