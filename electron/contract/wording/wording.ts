/** Finds the sentence for a language and fills it. Every word shown to a user comes through here. */
import type { ErrorBody, Language, Repair } from '../entities'
import { fromErrorBody, type ErrorDetails } from '../errors'
import { reasonCodeOf } from '../reasons'
import { en } from './en'
import { zh, type Wording } from './zh'

const tables: Record<Language, Wording> = { zh, en }

export function wordingFor(language: Language): Wording {
  return tables[language]
}

/** `{name}` in the sentence becomes `values.name`; an unknown name stays as it is, so that it is seen. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export function errorSentence(error: ErrorBody, language: Language): string {
  const { code, details } = fromErrorBody(error)
  const { reason } = details
  return fill(wordingFor(language).errors[code], {
    ...(code === 'FILE_TOO_LARGE' ? inMegabytes(details) : details),
    ...(typeof reason === 'string' && { reason: reasonWords(reason, language) }),
  })
}

/** Bytes as MB, to a tenth and upwards: a file just over the limit is seen to be over it. */
function inMegabytes(details: ErrorDetails): ErrorDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.ceil((value / 2 ** 20) * 10) / 10 : value,
    ]),
  )
}

/** A reason in words; one that no table knows (the system's, a library's) as it is. */
export function reasonWords(reason: string, language: Language): string {
  const code = reasonCodeOf(reason)
  return code ? wordingFor(language).reasons[code] : reason
}

/** What a repair was about, and what was wrong with it where that is known. */
export function repairPlace({ detail, reason }: Repair, language: Language): string {
  if (reason === undefined) return detail
  return fill(wordingFor(language).status.repairPlace, {
    detail,
    reason: reasonWords(reason, language),
  })
}

/** The language for a BCP 47 tag such as 'zh-TW' or 'en_US.UTF-8': Chinese for every kind of zh, else English. */
export function languageOf(tag: string): Language {
  return /^zh(?![a-z])/i.test(tag) ? 'zh' : 'en'
}
