import { expect, it } from 'vitest'
import { wantsBrowser } from './cli-serve'

const desktop = { DISPLAY: ':0' }

it('opens the browser where somebody looks on, and not otherwise', () => {
  expect(wantsBrowser({}, 'linux', desktop)).toBe(true)
  expect(wantsBrowser({}, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(wantsBrowser({}, 'darwin', {})).toBe(true)
  expect(wantsBrowser({}, 'win32', {})).toBe(true)
  expect(wantsBrowser({}, 'linux', {})).toBe(false)
  expect(wantsBrowser({}, 'linux', { DISPLAY: '' })).toBe(false)
  expect(wantsBrowser({}, 'darwin', { CI: 'true' })).toBe(false)
  expect(wantsBrowser({ json: true }, 'linux', desktop)).toBe(false)
  expect(wantsBrowser({ 'no-open': true }, 'linux', desktop)).toBe(false)
})
