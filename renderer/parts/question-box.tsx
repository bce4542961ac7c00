import { ActionIcon, Textarea } from '@mantine/core'
import { IconCornerDownLeft } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useApp } from '../app-context'
import { sendsQuestion } from '../keys'

interface QuestionBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onAsk: () => void
  readonly boxRef: Ref<HTMLTextAreaElement>
}

/** Where one asks: grows to six lines, Enter asks. */
export function QuestionBox({ value, onChange, onAsk, boxRef }: QuestionBoxProps) {
  const { words } = useApp()
  return (
    <form
      className="question"
      role="search"
      aria-label={words.nav.ask}
      onSubmit={(event) => {
        event.preventDefault()
        onAsk()
      }}
    >
      <Textarea
        ref={boxRef}
        autosize
        minRows={1}
        maxRows={6}
        size="lg"
        aria-label={words.ask.label}
        aria-describedby="question-hint"
        placeholder={words.ask.placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (!sendsQuestion(event.nativeEvent)) return
          event.preventDefault()
          onAsk()
        }}
        rightSectionWidth={48}
        rightSection={
          <ActionIcon type="submit" size={34} aria-label={words.ask.send}>
            <IconCornerDownLeft size={19} stroke={1.8} aria-hidden />
          </ActionIcon>
        }
      />
      <p id="question-hint" className="quiet question-hint">
        {words.ask.hint}
      </p>
    </form>
  )
}
