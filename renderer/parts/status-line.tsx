import { Popover, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconLoader } from '@tabler/icons-react'
import type { Status } from '../../electron/contract/entities'
import { repairPlace } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { statusSentence } from '../status-sentence'

const icons = { well: IconCheck, busy: IconLoader, ill: IconAlertTriangle, bare: IconCircleDashed }

/** One line on how the library is; pressing it shows the rest. */
export function StatusLine() {
  const { shelf, language, words, adding } = useApp()
  const { tone, text } = statusSentence(shelf, language, adding)
  const Icon = icons[tone]
  return (
    <Popover position="right-end" shadow="md" width={360} withinPortal trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="status-line"
          data-tone={tone}
          aria-label={`${words.status.label}: ${text}`}
        >
          <Icon size={15} stroke={1.8} aria-hidden />
          <span className="status-text">{text}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.status.details}>
        <div tabIndex={-1} data-autofocus>
          <p className="status-full">{text}</p>
          {shelf.status && <StatusDetails status={shelf.status} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function StatusDetails({ status }: { readonly status: Status }) {
  const { language, words: all } = useApp()
  const words = all.status
  const { library, index, model, finder, repairs, version } = status
  const rows: readonly (readonly [name: string, value: string])[] = [
    [words.folder, library.writable ? library.folder : `${library.folder} · ${words.readOnly}`],
    [words.articles, String(library.articles)],
    [words.passages, String(library.passages)],
    [words.index, index.kind === 'exact' ? words.indexExact : words.indexFast],
    ...(index.reason ? [[words.reason, index.reason] as const] : []),
    [words.model, `${words.modelStates[model.state]} · ${model.id}`],
    [words.finder, words.finderStates[finder.state]],
    [words.version, version],
  ]
  return (
    <>
      <dl className="status-rows">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {repairs.length > 0 && (
        <>
          <p className="status-heading">{words.repairs}</p>
          <ul className="repairs">
            {repairs.map((repair) => (
              <li key={`${repair.what} ${repair.detail}`}>
                {words.repairWords[repair.what]}
                {repair.detail && <span className="quiet"> {repairPlace(repair, language)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
