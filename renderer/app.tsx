import { MantineProvider } from '@mantine/core'
import { useColorScheme, useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import type { Client } from '../electron/contract/client'
import { languageOf, wordingFor } from '../electron/contract/wording/wording'
import { AppContext, type AppValues, type Screen } from './app-context'
import { arrangeAnswer, marksOf } from './arrange-answer'
import { createArticleCache } from './article-cache'
import { isCommand, singleKey, takesText } from './keys'
import { EngineNotice } from './parts/engine-notice'
import { KeyList } from './parts/key-list'
import { ReadingPane } from './parts/reading-pane'
import { SideBar } from './parts/side-bar'
import { AskScreen, focusQuestion } from './screens/ask'
import { LibraryScreen } from './screens/library'
import { colours, theme, unstoredScheme } from './theme'
import { useAdditions } from './use-additions'
import { useAsk } from './use-ask'
import { useFileDrop } from './use-file-drop'
import { useReading } from './use-reading'
import { useShelf } from './use-shelf'

/** The whole window over one client. */
export function App({ client }: { readonly client: Client }) {
  const articles = useMemo(() => createArticleCache(client), [client])
  const [shelf, actions] = useShelf(client, articles.clear)
  const [asked, ask] = useAsk(client)
  const { reading, open, close, step } = useReading()
  const { additions, add, clear } = useAdditions(client, actions.refresh)
  const [screen, setScreen] = useState<Screen>('ask')
  const [keysShown, setKeysShown] = useState(false)
  const beside = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false })
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false })

  const chosen = shelf.settings
  const language = chosen.language === 'system' ? languageOf(navigator.language) : chosen.language
  const words = wordingFor(language)
  const scheme = chosen.theme === 'system' ? systemScheme : chosen.theme

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = words.app.name
  }, [language, words])

  const addFiles = useCallback(
    (files: readonly File[]) => {
      setScreen('library')
      void add(files)
    },
    [add],
  )
  const dropping = useFileDrop(addFiles)

  const openCitation = useCallback(
    (number: number) => {
      if (asked.phase !== 'answered') return
      const { sentences } = asked.answer
      const line = arrangeAnswer(sentences).find((candidate) => candidate.number === number)
      if (!line) return
      const { articleId, title, start } = line.sentence.citation
      const marks = marksOf(sentences, articleId)
      const current = marks.findIndex((mark) => mark.start === start)
      open({ articleId, title, marks, current, start })
    },
    [asked, open],
  )

  const stepMark = useCallback(
    (by: 1 | -1) => {
      if (reading) step(by)
      else openCitation(1)
    },
    [reading, step, openCitation],
  )

  const onSingleKey = useCallback(
    (event: KeyboardEvent) => {
      if (takesText(event.target)) return
      const wanted = singleKey(event.nativeEvent)
      if (!wanted) return
      event.preventDefault()
      if (wanted.does === 'open') openCitation(wanted.number)
      else if (wanted.does === 'step') stepMark(wanted.by)
      else setKeysShown(true)
    },
    [openCitation, stepMark],
  )

  useEffect(() => {
    const toQuestion = (event: globalThis.KeyboardEvent) => {
      if (!isCommand(event, 'l')) return
      event.preventDefault()
      setScreen('ask')
      if (!beside && reading) close()
      requestAnimationFrame(() => requestAnimationFrame(focusQuestion))
    }
    window.addEventListener('keydown', toQuestion)
    return () => {
      window.removeEventListener('keydown', toQuestion)
    }
  }, [beside, reading, close])

  const values = useMemo<AppValues>(
    () => ({
      client,
      articles,
      shelf,
      actions,
      language,
      words,
      asked,
      ask,
      open,
      openCitation,
      stepMark,
      closeReading: close,
      show: setScreen,
      showKeys: () => {
        setKeysShown(true)
      },
      onSingleKey,
    }),
    [
      client,
      articles,
      shelf,
      actions,
      language,
      words,
      asked,
      ask,
      open,
      openCitation,
      stepMark,
      close,
      onSingleKey,
    ],
  )

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={colours}
      colorSchemeManager={unstoredScheme}
      forceColorScheme={scheme === 'dark' ? 'dark' : 'light'}
    >
      <AppContext value={values}>
        <div className="frame">
          <a className="skip" href="#content">
            {words.app.skip}
          </a>
          <SideBar screen={screen} />
          <div className="stage">
            <main id="content" className="content" tabIndex={-1} inert={!beside && !!reading}>
              <EngineNotice />
              <div className="screen" hidden={screen !== 'ask'}>
                <AskScreen />
              </div>
              <div className="screen" hidden={screen !== 'library'}>
                <LibraryScreen additions={additions} onFiles={addFiles} onReportRead={clear} />
              </div>
            </main>
            {reading && <ReadingPane reading={reading} beside={beside} />}
          </div>
          {dropping && <div className="drop-here">{words.app.drop}</div>}
        </div>
        <KeyList
          opened={keysShown}
          onClose={() => {
            setKeysShown(false)
          }}
        />
      </AppContext>
    </MantineProvider>
  )
}
