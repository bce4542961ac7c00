import eslint from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * The import table of docs/architecture.md. The compiler checks the same table through project
 * references; lint says it with a sentence and at once.
 */
const refuse = (...patterns) => ['error', { patterns }]
const noElectron = {
  regex: '^electron(/|$)',
  message: 'electron belongs to hosts/{main,preload,ipc}.',
}
/** What a file may take from electron: IPC has one file at each end, so that no message bypasses them. */
const onlyFromElectron = (...names) => [
  'error',
  {
    paths: [
      {
        name: 'electron',
        allowImportNames: names,
        message:
          'IPC lives in hosts/{ipc,preload}; every other part of Electron is handed in by hosts/main.',
      },
    ],
    patterns: [inward('renderer')],
  },
]
const noElectronLater = {
  selector: 'ImportExpression[source.value=/^electron/]',
  message: 'electron belongs to the imports of hosts/{main,preload,ipc}.',
}
const noNode = {
  regex: '^node:',
  message: 'This room is pure: what touches the machine is an adapter behind a port.',
}
const inward = (...rooms) => ({
  regex: `/(${rooms.join('|')})(/|$)`,
  message: 'Imports point inward: renderer and hosts → adapters → engine → contract.',
})
const onlyOwn = (allowed = '(?!)') => ({
  regex: `^(?!${allowed})[^.]`,
  message: 'Libraries reach this room through ports only.',
})

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'models/', 'test-results/', 'playwright-report/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.config.{js,ts}', 'stubs/**'],
    rules: {
      'no-restricted-exports': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['bin/**', 'scripts/**', 'e2e/**', 'electron/bench/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        TextDecoder: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['electron/contract/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': refuse(
        noElectron,
        noNode,
        inward('engine', 'adapters', 'hosts', 'renderer'),
        onlyOwn('zod$'),
      ),
    },
  },
  {
    files: ['electron/engine/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': refuse(
        noElectron,
        noNode,
        inward('adapters', 'hosts', 'renderer'),
        onlyOwn(),
      ),
    },
  },
  {
    files: ['electron/adapters/**'],
    ignores: ['**/*.test.ts', '**/suites/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': refuse(noElectron, inward('hosts', 'renderer'), {
        regex: '/engine/(?!ports$)',
        message: 'An adapter knows the engine by its ports only.',
      }),
    },
  },
  {
    files: ['electron/hosts/**'],
    ignores: ['**/*.test.ts', '**/hosts/main.ts', '**/hosts/preload.ts', '**/hosts/ipc.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': refuse(noElectron, inward('renderer')) },
  },
  {
    files: ['electron/hosts/**'],
    rules: { 'no-restricted-syntax': ['error', noElectronLater] },
  },
  {
    files: ['electron/hosts/main.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': onlyFromElectron(
        'app',
        'BrowserWindow',
        'clipboard',
        'dialog',
        'Menu',
        'nativeTheme',
        'protocol',
        'screen',
        'session',
        'shell',
        'utilityProcess',
      ),
      'no-restricted-syntax': [
        'error',
        noElectronLater,
        {
          selector: 'MemberExpression[property.name=/^(webContents|ipc)$/]',
          message: 'Messages to the page go through hosts/ipc.',
        },
      ],
    },
  },
  {
    files: ['electron/hosts/ipc.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': onlyFromElectron(
        'ipcMain',
        'webContents',
        'IpcMainInvokeEvent',
      ),
    },
  },
  {
    files: ['electron/hosts/preload.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': onlyFromElectron(
        'contextBridge',
        'ipcRenderer',
        'IpcRendererEvent',
      ),
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['**/*.test.*'],
    rules: {
      '@typescript-eslint/no-restricted-imports': refuse(
        noElectron,
        noNode,
        inward('engine', 'adapters', 'hosts'),
        {
          regex: '(/contract/operations$|^zod$)',
          allowTypeImports: true,
          message:
            'The renderer takes the zod-free part of the contract: client, errors, wording and types.',
        },
      ),
    },
  },
)
