import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'

/** Copies, and says beside itself what came of it. */
export function CopyButton(props: {
  readonly label: string
  readonly said: string
  readonly onCopy: () => void
}) {
  return (
    <span className="copy">
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
        onClick={props.onCopy}
      >
        {props.label}
      </Button>
      <span className="copy-said" role="status">
        {props.said}
      </span>
    </span>
  )
}
