/** Finds the sentence for a language and fills it. Every word shown to a user comes through here. */
import type { ErrorBody, Language } from '../entities'
import { fromErrorBody } from '../errors'
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
  return fill(wordingFor(language).errors[code], details)
}

/** The language for a BCP 47 tag such as 'zh-TW' or 'en_US.UTF-8': Chinese for every kind of zh, else English. */
export function languageOf(tag: string): Language {
  return /^zh(?![a-z])/i.test(tag) ? 'zh' : 'en'
}
