import {
  createTheme,
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
  fontSizes: { xs: '13px', sm: '13px', md: '15px', lg: '18px', xl: '24px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** The kit draws with the colours of base.css instead of its own. */
export const colours: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-default-border': 'var(--line)',
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
