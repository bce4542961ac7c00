import { useColorScheme } from '@mantine/hooks'
import { useEffect } from 'react'
import type { Language, Settings } from '../electron/contract/entities'
import { languageOf, wordingFor } from '../electron/contract/wording/wording'
import type { Wording } from '../electron/contract/wording/zh'

export interface Appearance {
  readonly language: Language
  readonly words: Wording
  readonly scheme: 'light' | 'dark'
}

/** What the settings come to on this system; language and size of text are put on the page. */
export function useAppearance({ language: wanted, theme, textSize }: Settings): Appearance {
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false })
  const language = wanted === 'system' ? languageOf(navigator.language) : wanted
  const words = wordingFor(language)

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = words.app.name
  }, [language, words])

  useEffect(() => {
    document.documentElement.dataset['textSize'] = textSize
  }, [textSize])

  const scheme = theme === 'system' ? systemScheme : theme
  return { language, words, scheme: scheme === 'dark' ? 'dark' : 'light' }
}
