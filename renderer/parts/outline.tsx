import { UnstyledButton } from '@mantine/core'
import type { Article } from '../../electron/contract/entities'
import { useApp } from '../app-context'

interface OutlineProps {
  readonly article: Article
  /** Its own, where several articles may show theirs at once. */
  readonly label?: string
  readonly onGo: (start: number) => void
}

/** The article's headings, to go to. */
export function Outline({ article, label, onGo }: OutlineProps) {
  const { words } = useApp()
  return (
    <nav className="outline" aria-label={label ?? words.article.outline}>
      <ul>
        {article.sections.map(
          ({ heading, level }) =>
            heading && (
              <li key={heading.start} style={{ paddingInlineStart: Math.max(0, level - 1) * 16 }}>
                <UnstyledButton
                  className="link"
                  onClick={() => {
                    onGo(heading.start)
                  }}
                >
                  {article.text.slice(heading.start, heading.end)}
                </UnstyledButton>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
