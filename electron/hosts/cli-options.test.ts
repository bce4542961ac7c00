import { expect, it } from 'vitest'
import { parseCli, terminalLanguage, type ParsedCli } from './cli-options'

const parsed = (...argv: string[]): ParsedCli =>
  parseCli(argv, { WENJU_LIBRARY: '/shelf' } as NodeJS.ProcessEnv)

function problem(...argv: string[]) {
  const result = parsed(...argv)
  return result.kind === 'bad-option' ? result.problem : result.kind
}

it('parts command, words and options', () => {
  expect(parsed('ask', '会', '上门吗', '--top', '3', '--json')).toMatchObject({
    kind: 'run',
    request: { command: 'ask', words: ['会', '上门吗'], values: { top: '3', json: true } },
  })
  expect(parsed('list', '--version').kind).toBe('version')
  expect(parsed().kind).toBe('help')
  expect(parsed('nonsense')).toEqual({ kind: 'unknown-command', command: 'nonsense' })
})

it('names an option that there is not', () => {
  expect(problem('list', '--nosuch')).toEqual({ name: 'unknown', details: { option: '--nosuch' } })
  expect(problem('list', '-x')).toEqual({ name: 'unknown', details: { option: '-x' } })
  expect(problem('list', '--书架=a')).toEqual({ name: 'unknown', details: { option: '--书架' } })
})

it('names an option that lacks its value, or has one too many', () => {
  const missing = { name: 'value-missing', details: { option: '--library' } }
  expect(problem('list', '--library')).toEqual(missing)
  expect(problem('list', '--library', '--json')).toEqual(missing)
  expect(problem('list', '--json=yes')).toEqual({
    name: 'value-unwanted',
    details: { option: '--json' },
  })
  expect(problem('--help=yes')).toEqual({ name: 'value-unwanted', details: { option: '--help' } })
})

it.each([
  ['top', 1, 100],
  ['port', 0, 65_535],
  ['limit', 1, 1_000_000],
])('takes --%s from %i to %i and says so otherwise', (name, from, to) => {
  const option = `--${name}`
  for (const value of [from, to]) expect(problem('ask', 'x', option, String(value))).toBe('run')
  for (const value of [String(from - 1), String(to + 1), 'many', '1.5', '']) {
    expect(problem('ask', 'x', `${option}=${value}`)).toEqual({
      name: 'out-of-range',
      details: { option, value, from, to },
    })
  }
})

it('hears the language in the usual variables, the strongest first', () => {
  expect(terminalLanguage({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh')
  expect(terminalLanguage({ LC_ALL: '', LANG: 'en_US.UTF-8' })).toBe('en')
})
