import {
  createTheme,
  Modal,
  type CSSVariablesResolver,
  type MantineColorSchemeManager,
} from '@mantine/core'

const sans =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

export const theme = createTheme({
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '600' },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 7 },
  colors: {
    teal: [
      '#e9f5f4',
      '#d3e9e8',
      '#a9d5d3',
      '#7dc1be',
      '#57adab',
      '#3a9996',
      '#258683',
      '#1a7275',
      '#0f5c60',
      '#0a474b',
    ],
  },
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text-small)',
    md: 'var(--text)',
    lg: 'var(--text-large)',
    xl: 'var(--text-title)',
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A dialog's head is no head of the page, which has its own.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'presentation' } }),
  },
})

/** The kit draws with the colours of base.css instead of its own. */
export const colours: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-red-outline': 'var(--loss)',
    '--mantine-color-red-outline-hover': 'var(--loss-soft)',
  }
  return { variables: {}, light: shared, dark: shared }
}

/** The scheme comes from the library's settings: nothing is kept in the browser. */
export const unstoredScheme: MantineColorSchemeManager = {
  get: (initial) => initial,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
