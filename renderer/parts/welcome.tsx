import { Button, UnstyledButton } from '@mantine/core'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

/**
 * Before the first question: examples, or how to fill an empty library; what the library holds, and
 * that nothing leaves.
 */
export function Welcome({ onExample }: { readonly onExample: (question: string) => void }) {
  const { words, shelf, show } = useApp()
  const { ask } = words
  const held = shelf.status?.library
  const isEmpty = held?.articles === 0
  // Whether the shelf is empty decides what comes first, so nothing is put where it would move.
  if (!held && !shelf.error) return null
  return (
    <div className="welcome">
      {isEmpty ? (
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
      ) : (
        <Examples onExample={onExample} />
      )}
      <div className="quiet">
        {held && !isEmpty && (
          <p>{fill(ask.holds, { articles: held.articles, passages: held.passages })}</p>
        )}
        <p>{ask.local}</p>
      </div>
    </div>
  )
}

function Examples({ onExample }: { readonly onExample: (question: string) => void }) {
  const { ask } = useApp().words
  return (
    <>
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
    </>
  )
}
