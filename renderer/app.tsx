import { MantineProvider } from '@mantine/core'
import { useColorScheme, useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Answer } from '../electron/contract/entities'
import { languageOf, wordingFor } from '../electron/contract/wording/wording'
import { AppContext, type AppValues, type Reading, type Screen } from './app-context'
import { arrangeAnswer, marksOf } from './arrange-answer'
import { createArticleCache } from './article-cache'
import type { Connection } from './connect'
import { createFactCache } from './fact-cache'
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
import { useAskAgain } from './use-ask-again'
import { useFileDrop } from './use-file-drop'
import { useReading } from './use-reading'
import { useShelf } from './use-shelf'

/** The whole window over one connection. */
export function App({ connection }: { readonly connection: Connection }) {
  const { client } = connection
  const articles = useMemo(() => createArticleCache(client), [client])
  const facts = useMemo(() => createFactCache(client), [client])
  const [shelf, actions] = useShelf(connection, articles.clear)
  const [asked, ask] = useAsk(client)
  useAskAgain(asked, shelf, ask)
  const { reading, open, close, leave, follow, unmark, step } = useReading()
  const { additions, add, clear } = useAdditions(client, actions.refresh)
  const [screen, setScreen] = useState<Screen>('ask')
  const [withBasis, setWithBasis] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const beside = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false })
  const besideNow = useRef(beside)
  useEffect(() => {
    besideNow.current = beside
  }, [beside])
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false })

  const chosen = shelf.settings
  const language = chosen.language === 'system' ? languageOf(navigator.language) : chosen.language
  const words = wordingFor(language)
  const scheme = chosen.theme === 'system' ? systemScheme : chosen.theme

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = words.app.name
  }, [language, words])

  const show = useCallback(
    (wanted: Screen) => {
      setScreen(wanted)
      if (!beside) leave()
    },
    [beside, leave],
  )

  const addFiles = useCallback(
    (files: readonly File[]) => {
      show('library')
      void add(files)
    },
    [show, add],
  )
  const dropping = useFileDrop(addFiles)

  const openCitation = useCallback(
    (number: number) => {
      const cited = asked.shown && citedReading(asked.shown.answer, number)
      if (cited) open(cited)
    },
    [asked.shown, open],
  )

  useEffect(() => {
    if (!asked.shown) return
    const lead = asked.shown.answer.kind === 'found' && citedReading(asked.shown.answer, 1)
    if (lead) follow(lead)
    else if (besideNow.current) unmark()
    else leave()
  }, [asked.shown, follow, unmark, leave])

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
      // Whoever types on at once types into the box: it must be there before the next key.
      flushSync(() => {
        show('ask')
      })
      focusQuestion()
    }
    window.addEventListener('keydown', toQuestion)
    return () => {
      window.removeEventListener('keydown', toQuestion)
    }
  }, [show])

  const values = useMemo<AppValues>(
    () => ({
      client,
      articles,
      facts,
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
      withBasis,
      setWithBasis,
      show,
      adding: additions.now !== undefined,
      showKeys: () => {
        setKeysShown(true)
      },
      onSingleKey,
    }),
    [
      client,
      articles,
      facts,
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
      withBasis,
      show,
      additions.now,
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
              <div className="screen" hidden={screen !== 'ask'}>
                <AskScreen />
              </div>
              <div className="screen" hidden={screen !== 'library'}>
                <LibraryScreen additions={additions} onFiles={addFiles} onReportRead={clear} />
              </div>
            </main>
            {reading && <ReadingPane reading={reading} beside={beside} />}
            <EngineNotice />
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

/** The source of the answer's sentence with this number, the others of its article marked too. */
function citedReading({ sentences }: Answer, number: number): Reading | undefined {
  const line = arrangeAnswer(sentences).find((candidate) => candidate.number === number)
  if (!line) return undefined
  const { articleId, title, start } = line.sentence.citation
  const marks = marksOf(sentences, articleId)
  const current = marks.findIndex((mark) => mark.start === start)
  return { articleId, title, marks, current, start }
}
