import { Button } from '@mantine/core'
import { useApp } from '../app-context'

/** One quiet line when the engine has stopped or come back. */
export function EngineNotice() {
  const { shelf, words, actions } = useApp()
  return (
    <div className="notice-place" role="status">
      {shelf.engine === 'stopped' && <p className="notice">{words.app.stopped}</p>}
      {shelf.engine === 'restarted' && (
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
