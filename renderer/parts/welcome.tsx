import { Button, UnstyledButton } from '@mantine/core'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

/** Before the first question: examples, what the library holds, and that nothing leaves. */
export function Welcome({ onExample }: { readonly onExample: (question: string) => void }) {
  const { words, shelf, show } = useApp()
  const { ask } = words
  const held = shelf.status?.library
  // Whether the shelf is empty decides what comes first, so nothing is put where it would move.
  if (!held && !shelf.error) return null
  return (
    <div className="welcome">
      {held?.articles === 0 && (
        <div className="empty-shelf">
          <p>{ask.empty}</p>
          <p>{ask.emptyHow}</p>
          <Button
            onClick={() => {
              show('library')
            }}
          >
            {ask.toLibrary}
          </Button>
        </div>
      )}
      <h2 className="small-heading">{ask.examplesTitle}</h2>
      <ul className="examples">
        {ask.examples.map((example) => (
          <li key={example}>
            <UnstyledButton
              className="example"
              onClick={() => {
                onExample(example)
              }}
            >
              {example}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <div className="quiet">
        {held && held.articles > 0 && (
          <p>{fill(ask.holds, { articles: held.articles, passages: held.passages })}</p>
        )}
        <p>{ask.local}</p>
      </div>
    </div>
  )
}
