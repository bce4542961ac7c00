import { UnstyledButton } from '@mantine/core'
import { useApp } from '../app-context'
import { placeOf } from '../place-of'
import { markedReading } from '../readings'

/** The place of a passage in words; pressing it opens the article there. */
export function PlaceLink(props: {
  readonly at: Parameters<typeof markedReading>[0] & Parameters<typeof placeOf>[0]
}) {
  const { words, open } = useApp()
  return (
    <UnstyledButton
      className="link"
      onClick={() => {
        open(markedReading(props.at))
      }}
    >
      {placeOf(props.at, words)}
    </UnstyledButton>
  )
}
