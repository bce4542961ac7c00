/**
 * Every setting with what may be chosen, the first choice being the one at the start. Parsing, the
 * library's list and the window all go by this table: a new setting is a row here and in `Settings`.
 */
import type { Settings } from './entities'

export const settingChoices = {
  language: ['system', 'zh', 'en'],
  theme: ['system', 'light', 'dark'],
  textSize: ['normal', 'small', 'large', 'largest'],
  history: [true, false],
  singleKeys: [true, false],
  answerFinder: [true, false],
} as const satisfies { readonly [Name in keyof Settings]: readonly Settings[Name][] }

export const defaultSettings: Settings = {
  language: settingChoices.language[0],
  theme: settingChoices.theme[0],
  textSize: settingChoices.textSize[0],
  history: settingChoices.history[0],
  singleKeys: settingChoices.singleKeys[0],
  answerFinder: settingChoices.answerFinder[0],
}

/** A setting that is missing or unknown is as if it were never chosen. */
export function settingsFrom(value: Readonly<Record<string, unknown>>): Settings {
  const pick = <Choice>(name: keyof Settings, choices: readonly [Choice, ...Choice[]]): Choice =>
    choices.find((choice) => choice === value[name]) ?? choices[0]
  return {
    language: pick('language', settingChoices.language),
    theme: pick('theme', settingChoices.theme),
    textSize: pick('textSize', settingChoices.textSize),
    history: pick('history', settingChoices.history),
    singleKeys: pick('singleKeys', settingChoices.singleKeys),
    answerFinder: pick('answerFinder', settingChoices.answerFinder),
  }
}
