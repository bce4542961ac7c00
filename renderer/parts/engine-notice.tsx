import { Button } from '@mantine/core'
import { useApp } from '../app-context'
import { troubleWords } from '../trouble-words'

/** One quiet line when the engine or the program behind the page has stopped or come back. */
export function EngineNotice() {
  const { shelf, words, actions } = useApp()
  const trouble = troubleWords(shelf, words)
  return (
    <div className="notice-place" role="status">
      {trouble && <p className="notice">{trouble}</p>}
      {!trouble && shelf.engine === 'restarted' && (
        <p className="notice">
          {words.app.restarted}
          <Button size="compact-sm" variant="subtle" onClick={actions.dismissNotice}>
            {words.app.dismiss}
          </Button>
        </p>
      )}
    </div>
  )
}
