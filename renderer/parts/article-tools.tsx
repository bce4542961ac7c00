import { ActionIcon, Button } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronUp,
  IconList,
  IconSearch,
  IconTextDecrease,
  IconTextIncrease,
} from '@tabler/icons-react'
import { fill } from '../../electron/contract/wording/wording'
import { useApp, type Reading } from '../app-context'

interface ArticleToolsProps {
  readonly reading: Reading
  readonly hasOutline: boolean
  readonly outlineShown: boolean
  readonly onOutline: () => void
  readonly onFind: () => void
  readonly onSize: (by: 1 | -1) => void
}

/** What one does while reading: contents, find, size of the text, and from mark to mark. */
export function ArticleTools(props: ArticleToolsProps) {
  const { words, stepMark } = useApp()
  const { article } = words
  const { marks, current } = props.reading
  return (
    <div className="article-tools">
      {props.hasOutline && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconList size={17} stroke={1.6} aria-hidden />}
          aria-expanded={props.outlineShown}
          onClick={props.onOutline}
        >
          {article.outline}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconSearch size={17} stroke={1.6} aria-hidden />}
        onClick={props.onFind}
      >
        {article.find}
      </Button>
      <ActionIcon
        variant="subtle"
        aria-label={article.smaller}
        onClick={() => {
          props.onSize(-1)
        }}
      >
        <IconTextDecrease size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={article.larger}
        onClick={() => {
          props.onSize(1)
        }}
      >
        <IconTextIncrease size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      {marks.length > 1 && (
        <span className="mark-steps">
          <span className="quiet">
            {fill(article.marks, { current: (current ?? 0) + 1, count: marks.length })}
          </span>
          <ActionIcon
            variant="subtle"
            aria-label={article.previousMark}
            onClick={() => {
              stepMark(-1)
            }}
          >
            <IconChevronUp size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={article.nextMark}
            onClick={() => {
              stepMark(1)
            }}
          >
            <IconChevronDown size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </div>
  )
}
