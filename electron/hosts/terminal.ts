/** Where the command line writes: results to stdout, everything else to stderr. */
import type { Answer, EngineEvent, Hit, Language, Status } from '../contract/entities'
import { toErrorBody } from '../contract/errors'
import { terminalWordingFor } from '../contract/wording/terminal'
import { errorSentence, fill } from '../contract/wording/wording'
import { citationLine } from '../engine/cite'

export interface Terminal {
  readonly language: Language
  out(line: string): void
  note(line: string): void
  /** One line that replaces itself where the terminal can, for progress. */
  progress(line: string): void
}

export function createTerminal(language: Language): Terminal {
  const live = process.stderr.isTTY
  let heard = true
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    // Whoever read the output (`wenju ask … | head`) has had enough; the command still ends in order.
    heard = false
  })
  return {
    language,
    out: (line) => heard && process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    progress: (line) => process.stderr.write(live ? `\r\u001b[K${line}` : `${line}\n`),
  }
}

/** An error as JSON output shows it: code, details, and the sentence for people. */
export function errorJson(error: unknown, language: Language) {
  const body = toErrorBody(error)
  return { ok: false, error: { ...body, message: errorSentence(body, language) } }
}

export function sentenceOf(error: unknown, language: Language): string {
  return errorSentence(toErrorBody(error), language)
}

export function progressLine(event: EngineEvent, language: Language): string | undefined {
  if (event.type === 'ingest-failed') return errorSentence(event.error, language)
  if (event.type !== 'ingest') return undefined
  return fill(terminalWordingFor(language).reading, {
    title: event.title,
    done: event.passagesDone,
    total: event.passagesTotal,
    left: event.articlesLeft - 1,
  })
}

export function answerLines(answer: Answer, language: Language): readonly string[] {
  const words = terminalWordingFor(language)
  const head = `【${words.kinds[answer.kind]}】${words.kindMeanings[answer.kind]}`
  const sentences = answer.sentences.flatMap(({ text, citation }, place) => [
    '',
    `${text} [${String(place + 1)}]`,
    `    —— ${citationLine(citation)}（${citation.source}）`,
  ])
  const topics = answer.topics.map(
    ({ title, sectionPath }) => `  · ${[title, ...sectionPath].join(' › ')}`,
  )
  const hits =
    answer.kind === 'none' ? [] : ['', `${words.hits}:`, ...answer.hits.flatMap(hitLines)]
  return [head, ...sentences, ...(answer.kind === 'none' ? topics : []), ...hits]
}

const EXCERPT = 80

export function hitLines({ rank, title, sectionPath, paragraph, text }: Hit): readonly string[] {
  const characters = Array.from(text.replaceAll('\n', ' '))
  const excerpt = characters.slice(0, EXCERPT).join('') + (characters.length > EXCERPT ? '…' : '')
  return [
    `  ${String(rank)}. ${[title, ...sectionPath].join(' › ')} ¶${String(paragraph)}`,
    `     ${excerpt}`,
  ]
}

export function statusLines(status: Status, language: Language): readonly string[] {
  const words = terminalWordingFor(language).status
  const { library, model, index, repairs, version } = status
  return [
    fill(words.library, { ...library, writable: String(library.writable) }),
    ...(library.writable ? [] : [words.readOnly]),
    fill(words.model, { id: model.id, state: words.modelStates[model.state] }),
    ...(model.error ? [`         ${errorSentence(model.error, language)}`] : []),
    fill(index.kind === 'hnsw' ? words.hnsw : words.exact, { reason: '', ...index }),
    ...repairs.map(({ what, detail }) => fill(words.repair, { what: words.repairs[what], detail })),
    fill(words.version, { version }),
  ]
}
