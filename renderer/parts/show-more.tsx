import { Button, type ButtonProps } from '@mantine/core'
import { fill } from '../../electron/contract/wording/wording'

interface ShowMoreProps {
  readonly total: number
  readonly shown: number
  /** Rows drawn at a time. */
  readonly page: number
  /** With `{count}` in it. */
  readonly label: string
  readonly look: Pick<ButtonProps, 'className' | 'variant' | 'size'>
  readonly onShow: (shown: number) => void
}

/** Draws another page of a long list; nothing where all of it is drawn. */
export function ShowMore({ total, shown, page, label, look, onShow }: ShowMoreProps) {
  if (total <= shown) return null
  return (
    <Button
      {...look}
      onClick={() => {
        onShow(shown + page)
      }}
    >
      {fill(label, { count: Math.min(page, total - shown) })}
    </Button>
  )
}
