import type { Language } from '../electron/contract/entities'

const days = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }),
}

/** An ISO 8601 time as a day in the reader's language; what is no date is shown as it is. */
export function shownDate(iso: string, language: Language): string {
  return shown(iso, days[language])
}

const moments = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
}

/** An ISO 8601 time as a day and a time of day; what is no date is shown as it is. */
export function shownMoment(iso: string, language: Language): string {
  return shown(iso, moments[language])
}

function shown(iso: string, format: Intl.DateTimeFormat): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : format.format(date)
}

/** The day it is here, as an ISO date. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const languageNames = {
  zh: new Intl.DisplayNames(['zh'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
}

/** The name of a language code in the reader's language; the code itself where none is known. */
export function languageName(code: string, language: Language): string {
  try {
    return languageNames[language].of(code) ?? code
  } catch (thrown) {
    if (thrown instanceof RangeError) return code
    throw thrown
  }
}
