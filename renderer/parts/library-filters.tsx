import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { originFilters, sortKeys, stateFilters, type Filter, type Order } from '../library-rows'
import { languageName } from '../shown-date'

interface LibraryFiltersProps {
  readonly filter: Filter
  readonly order: Order
  /** Codes of the languages that occur. */
  readonly languages: readonly string[]
  readonly onFilter: (change: Partial<Filter>) => void
  readonly onOrder: (order: Order) => void
}

/** What narrows the list; where its headings have no room, also what sorts it. */
export function LibraryFilters(props: LibraryFiltersProps) {
  const { words, language } = useApp()
  const { library } = words
  const { filter, order, onFilter } = props
  const orders = sortKeys.flatMap((by) =>
    [false, true].map((descending) => ({
      by,
      descending,
      value: `${by} ${String(descending)}`,
      label: fill(descending ? library.sortDown : library.sortUp, { column: library.columns[by] }),
    })),
  )
  return (
    <div className="library-filters">
      <TextInput
        className="library-filter"
        aria-label={library.filter}
        placeholder={library.filter}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={filter.title}
        onChange={(event) => {
          onFilter({ title: event.currentTarget.value })
        }}
      />
      <NativeSelect
        rightSectionWidth={28}
        aria-label={library.filterBy.state}
        value={filter.state}
        data={stateFilters.map((value) => ({ value, label: library.filterStates[value] }))}
        onChange={({ currentTarget: { value } }) => {
          onFilter({ state: stateFilters.find((known) => known === value) ?? 'all' })
        }}
      />
      <NativeSelect
        rightSectionWidth={28}
        aria-label={library.filterBy.language}
        value={filter.language}
        data={[
          { value: '', label: library.allLanguages },
          ...props.languages.map((value) => ({ value, label: languageName(value, language) })),
        ]}
        onChange={(event) => {
          onFilter({ language: event.currentTarget.value })
        }}
      />
      <NativeSelect
        rightSectionWidth={28}
        aria-label={library.filterBy.origin}
        value={filter.origin}
        data={originFilters.map((value) => ({ value, label: library.filterOrigins[value] }))}
        onChange={({ currentTarget: { value } }) => {
          onFilter({ origin: originFilters.find((known) => known === value) ?? 'all' })
        }}
      />
      <NativeSelect
        className="library-sort"
        rightSectionWidth={28}
        aria-label={library.sortLabel}
        value={`${order.by} ${String(order.descending)}`}
        data={orders.map(({ value, label }) => ({ value, label }))}
        onChange={({ currentTarget: { value } }) => {
          const wanted = orders.find((known) => known.value === value)
          if (wanted) props.onOrder({ by: wanted.by, descending: wanted.descending })
        }}
      />
    </div>
  )
}
