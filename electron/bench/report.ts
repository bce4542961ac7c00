/** A result as Markdown that fits a terminal of 120 columns. */
import { mean } from '../engine/statistics'
import type { Change, Comparison } from './compare-results'
import type { SetResult } from './set-result'

export function reportOf(sets: readonly SetResult[], comparison: Comparison | undefined): string {
  return [
    '## Passages and sentences',
    table(
      ['set', 'n', 'dense', 'lexic', 'hybrid', 'odd', '@3', '@10', 'MRR', 'rec10', 'lead', 'odd'],
      sets.map(retrievalRow),
    ),
    '## To claim or not',
    table(
      [
        'set',
        'claimed',
        'odd',
        'off topic',
        'foreign',
        'other lang',
        'AUROC',
        '5 pass.',
        '50 pass.',
      ],
      sets.map(claimRow),
    ),
    '## Time and space',
    table(
      [
        'set',
        'pass.',
        'hits ms',
        'lead',
        'reading',
        'vectors',
        'words',
        'build s',
        'ANN@10',
        'run s',
      ],
      sets.map(costRow),
    ),
    '## Sureness',
    table(['sureness', 'questions', 'claimed', 'true'], reliabilityRows(sets)),
    '## Hybrid against the better lane',
    sets.map(againstLane).join('\n'),
    ...(comparison ? ['## Since the last result', changesOf(comparison)] : []),
  ].join('\n\n')
}

function retrievalRow({ name, whole, odd }: SetResult): readonly string[] {
  const { hybrid, dense, lexical, lead, questions } = whole
  return [
    name,
    String(questions),
    share(dense['hit@1']),
    share(lexical['hit@1']),
    share(hybrid['hit@1']),
    share(odd.hybrid['hit@1']),
    share(hybrid['hit@3']),
    share(hybrid['hit@10']),
    share(hybrid['mrr@10']),
    share(hybrid['recall@10']),
    share(lead?.right),
    share(odd.lead?.right),
  ]
}

function claimRow({ name, whole, odd, foreign, auroc, small }: SetResult): readonly string[] {
  const [five, fifty] = [5, 50].map((size) => small.find(({ passages }) => passages === size))
  const smallFigures = (figures: typeof five) =>
    figures === undefined
      ? ''
      : [figures['hit@1'], figures.claimed, figures.foreignRefused].map(share).join(' ')
  return [
    name,
    share(whole.claimed),
    share(odd.claimed),
    share(whole.offTopicRefused),
    share(foreign.same.questions > 0 ? foreign.same.refused : undefined),
    share(foreign.other.questions > 0 ? foreign.other.refused : undefined),
    share(auroc),
    smallFigures(five),
    smallFigures(fifty),
  ]
}

function costRow({ name, passages, speed, index, took_s }: SetResult): readonly string[] {
  return [
    name,
    String(passages),
    `${speed.hits_ms.p50.toFixed(1)} / ${speed.hits_ms.p95.toFixed(1)}`,
    speed.leadInReadings === undefined ? '' : `${speed.leadInReadings.toFixed(1)} r`,
    speed.reading_ms === undefined ? '' : `${speed.reading_ms.toFixed(0)} ms`,
    megabytes(index.vectorBytes),
    megabytes(index.wordBytes),
    index.vectorsMade > 0
      ? `${index.build_s.toFixed(1)} (${String(index.vectorsMade)} made)`
      : index.build_s.toFixed(1),
    index.kind === 'exact' ? 'exact' : index['recall@10'].toFixed(4),
    took_s.toFixed(0),
  ]
}

function reliabilityRows(sets: readonly SetResult[]): readonly (readonly string[])[] {
  const rows = sets.flatMap((set) => set.reliability)
  return Array.from({ length: 10 }, (_, tenth) => tenth / 10).flatMap((from) => {
    const here = rows.filter((row) => row.from === from)
    const count = here.reduce((sum, row) => sum + row.count, 0)
    if (count === 0) return []
    const weighed = (pick: (row: (typeof here)[number]) => number) =>
      here.reduce((sum, row) => sum + pick(row) * row.count, 0) / count
    return [
      [
        `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
        String(count),
        share(weighed((row) => row.claimed)),
        share(weighed((row) => row.true)),
      ],
    ]
  })
}

function againstLane({ name, againstLane: { lane, by, from, to } }: SetResult): string {
  const verdict = to < 0 ? 'WORSE' : from > 0 ? 'better' : 'no difference beyond chance'
  return `- ${name}: ${signed(by)} against ${lane} (95 %: ${signed(from)} to ${signed(to)}), ${verdict}`
}

function changesOf({ changes, incomparable }: Comparison): string {
  const beyond = changes.filter(({ verdict }) => verdict !== 'noise')
  const within = changes.length - beyond.length
  return [
    ...beyond.map(changeLine),
    `- ${String(within)} of ${String(changes.length)} figures moved no further than chance would`,
    ...(incomparable.length > 0 ? [`- not compared: ${incomparable.join(', ')}`] : []),
  ].join('\n')
}

function changeLine({ set, measure, by, from, to, questions, verdict }: Change): string {
  const word = verdict === 'fell' ? 'FELL' : 'rose'
  return `- ${word}: ${set}, ${measure}: ${signed(by)} over ${String(questions)} questions (95 %: ${signed(from)} to ${signed(to)})`
}

/** Cells padded to their column; numbers stand to the right. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(3, head.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths
      .map((width, column) => {
        const cell = cells[column] ?? ''
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join(' | ')} |`
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [line(heads), line(rule), ...rows.map(line)].join('\n')
}

function share(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(3).replace(/^0/, '')
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${share(Math.abs(value))}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** Mean of hybrid hit@1 over the sets: one number to look at first. */
export function headline(sets: readonly SetResult[]): string {
  const whole = mean(sets.map((set) => set.whole.hybrid['hit@1']))
  const odd = mean(sets.map((set) => set.odd.hybrid['hit@1']))
  return `hit@1 ${share(whole)} (odd half ${share(odd)}), mean of ${String(sets.length)} sets`
}
