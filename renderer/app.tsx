import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { isBusy, type Search } from './addition-run'
import { AppContext, type AppValues, type Screen } from './app-context'
import { createArticleCache } from './article-cache'
import type { Connection } from './connect'
import { createFactCache } from './fact-cache'
import { EngineNotice } from './parts/engine-notice'
import { KeyList } from './parts/key-list'
import { Palette } from './parts/palette'
import { ReadingPane } from './parts/reading-pane'
import { SideBar } from './parts/side-bar'
import { AskScreen, focusQuestion } from './screens/ask'
import { EvaluateScreen } from './screens/evaluate'
import { HistoryScreen } from './screens/history'
import { LibraryScreen } from './screens/library'
import { SettingsScreen } from './screens/settings'
import { colours, theme, unstoredScheme } from './theme'
import { useAdditions } from './use-additions'
import { useAsk } from './use-ask'
import { useAskAgain } from './use-ask-again'
import { useAppearance } from './use-appearance'
import { useCitations } from './use-citations'
import { useCommandKeys } from './use-command-keys'
import { useEvaluation } from './use-evaluation'
import { useFileDrop } from './use-file-drop'
import { useOwnQuestions } from './use-own-questions'
import { useReading } from './use-reading'
import { useShelf } from './use-shelf'

const CONTENT_ID = 'content'

/** The whole window over one connection. */
export function App({ connection }: { readonly connection: Connection }) {
  const { client } = connection
  const articles = useMemo(() => createArticleCache(client), [client])
  const facts = useMemo(() => createFactCache(client), [client])
  const [shelf, actions] = useShelf(connection, articles.clear)
  const [asked, ask] = useAsk(client)
  useAskAgain(asked, shelf, ask)
  const own = useOwnQuestions(client, shelf.status)
  const evaluation = useEvaluation(client, shelf.evaluated)
  const pane = useReading()
  const { reading, open, close, leave } = pane
  const [additions, additionRun] = useAdditions(client, actions.refresh)
  const adding = isBusy(additions)
  const [screen, setScreen] = useState<Screen>('ask')
  const [withBasis, setWithBasis] = useState(false)
  const [above, setAbove] = useState<'keys' | 'palette'>()
  const [handed, setHanded] = useState<{ readonly question: string }>()
  const beside = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false })
  const { language, words, scheme } = useAppearance(shelf.settings)

  const show = useCallback(
    (wanted: Screen) => {
      setScreen(wanted)
      if (!beside) leave()
    },
    [beside, leave],
  )

  const addDropped = useCallback(
    (search: Search) => {
      show('library')
      void additionRun.add(search)
    },
    [show, additionRun],
  )
  const dropping = useFileDrop(addDropped)

  useEffect(() => {
    // What had the focus may have gone with the screen before: the keyboard goes on in this one.
    const { activeElement } = document
    if (activeElement === document.body || activeElement?.closest('[hidden]'))
      document.getElementById(CONTENT_ID)?.focus({ preventScroll: true })
  }, [screen])

  const showKeys = useCallback(() => {
    setAbove('keys')
  }, [])
  const { openCitation, stepMark, onSingleKey } = useCitations({
    asked,
    pane,
    beside,
    singleKeys: shelf.settings.singleKeys,
    onKeyList: showKeys,
  })

  const toQuestion = useCallback(
    (question?: string) => {
      // Whoever types on at once types into the box: it must be there before the next key.
      flushSync(() => {
        setAbove(undefined)
        show('ask')
        if (question !== undefined) setHanded({ question })
      })
      focusQuestion()
    },
    [show],
  )

  const askHere = useCallback(
    (question: string) => {
      toQuestion(question)
      void ask(question)
    },
    [toQuestion, ask],
  )

  useCommandKeys(
    useMemo(
      () => ({
        l: () => {
          toQuestion()
        },
        k: () => {
          setAbove((now) => (now === 'palette' ? undefined : 'palette'))
        },
        ',': () => {
          setAbove(undefined)
          show('settings')
        },
      }),
      [toQuestion, show],
    ),
  )

  const values = useMemo<AppValues>(
    () => ({
      client,
      articles,
      facts,
      shelf,
      actions,
      own,
      evaluation,
      language,
      words,
      asked,
      ask,
      askHere,
      open,
      openCitation,
      stepMark,
      closeReading: close,
      withBasis,
      setWithBasis,
      show,
      adding,
      showKeys,
      showPalette: () => {
        setAbove('palette')
      },
      onSingleKey,
    }),
    [
      client,
      articles,
      facts,
      shelf,
      actions,
      own,
      evaluation,
      language,
      words,
      asked,
      ask,
      askHere,
      open,
      openCitation,
      stepMark,
      close,
      withBasis,
      show,
      adding,
      showKeys,
      onSingleKey,
    ],
  )

  const covered = !beside && reading !== undefined

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={colours}
      colorSchemeManager={unstoredScheme}
      forceColorScheme={scheme}
    >
      <AppContext value={values}>
        <div className="frame">
          <a className="skip" href={`#${CONTENT_ID}`}>
            {words.app.skip}
          </a>
          <SideBar screen={screen} />
          <div className="stage">
            <main id={CONTENT_ID} className="content" tabIndex={-1}>
              <div className="screen" hidden={screen !== 'ask'} inert={covered}>
                <AskScreen handed={handed} />
              </div>
              <div className="screen" hidden={screen !== 'library'} inert={covered}>
                <LibraryScreen additions={additions} run={additionRun} />
              </div>
              {screen === 'history' && (
                <div className="screen" inert={covered}>
                  <HistoryScreen />
                </div>
              )}
              {screen === 'evaluate' && (
                <div className="screen" inert={covered}>
                  <EvaluateScreen />
                </div>
              )}
              {screen === 'settings' && (
                <div className="screen" inert={covered}>
                  <SettingsScreen />
                </div>
              )}
            </main>
            {reading && <ReadingPane reading={reading} beside={beside} />}
            <EngineNotice />
          </div>
          {dropping && (
            <div className="drop-here" role="status">
              {words.app.drop}
            </div>
          )}
        </div>
        <KeyList
          opened={above === 'keys'}
          onClose={() => {
            setAbove(undefined)
          }}
        />
        <Palette
          opened={above === 'palette'}
          onClose={() => {
            setAbove(undefined)
          }}
        />
      </AppContext>
    </MantineProvider>
  )
}
