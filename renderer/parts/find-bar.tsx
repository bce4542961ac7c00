import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { isComposing } from '../keys'

interface FindBarProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly count: number
  /** From 0. */
  readonly current: number
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** Looks for words within the open article. */
export function FindBar({ value, onChange, count, current, onStep, onClose }: FindBarProps) {
  const { article } = useApp().words
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
  }, [])

  return (
    <div className="find-bar" role="search" aria-label={article.findLabel}>
      <TextInput
        ref={input}
        size="xs"
        className="find-input"
        aria-label={article.findLabel}
        placeholder={article.findLabel}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          onStep(event.shiftKey ? -1 : 1)
        }}
      />
      <span className="find-count" role="status">
        {value !== '' &&
          (count === 0
            ? article.findNone
            : fill(article.findCount, { current: current + 1, count }))}
      </span>
      <ActionIcon
        variant="subtle"
        aria-label={article.findPrevious}
        disabled={count === 0}
        onClick={() => {
          onStep(-1)
        }}
      >
        <IconChevronUp size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={article.findNext}
        disabled={count === 0}
        onClick={() => {
          onStep(1)
        }}
      >
        <IconChevronDown size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={article.findClose} onClick={onClose}>
        <IconX size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  )
}
