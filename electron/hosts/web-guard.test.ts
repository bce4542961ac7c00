import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJson, isOwnHost, isOwnOrigin, isOwnWrite, isSecret } from './web-guard'

const headers = (entries: Record<string, string>) => new Headers(entries)

describe('isOwnHost', () => {
  it.each(['127.0.0.1:48620', 'localhost:48620', 'LOCALHOST:48620', '[::1]:48620'])(
    'lets %s in',
    (host) => {
      expect(isOwnHost(headers({ host }), 48_620)).toBe(true)
    },
  )

  it.each([
    'evil.example:48620',
    '127.0.0.1:48621',
    '127.0.0.1',
    'localhost',
    'localhost.:48620',
    'localhost.evil.example:48620',
    '127.0.0.1.evil.example:48620',
    '0.0.0.0:48620',
    '127.0.0.2:48620',
    '127.1:48620',
    '[::ffff:127.0.0.1]:48620',
    'user@127.0.0.1:48620',
    '127.0.0.1:48620, evil.example',
  ])('refuses %s', (host) => {
    expect(isOwnHost(headers({ host }), 48_620)).toBe(false)
  })

  it('refuses a request without Host', () => {
    expect(isOwnHost(headers({}), 48_620)).toBe(false)
  })

  it('knows that a browser leaves port 80 out', () => {
    expect(isOwnHost(headers({ host: 'localhost' }), 80)).toBe(true)
  })
})

const host = '127.0.0.1:48620'

describe('isOwnOrigin', () => {
  it('takes its own origin, and none', () => {
    expect(isOwnOrigin(headers({ host, origin: `http://${host}` }))).toBe(true)
    expect(isOwnOrigin(headers({ host }))).toBe(true)
  })

  it.each([
    'null',
    '',
    'https://127.0.0.1:48620',
    'http://127.0.0.1:48621',
    'http://localhost:48620',
    'http://evil.example',
    'http://127.0.0.1:48620.evil.example',
    'http://127.0.0.1:48620/',
  ])('refuses %j', (origin) => {
    expect(isOwnOrigin(headers({ host, origin }))).toBe(false)
  })
})

describe('isOwnWrite', () => {
  const own = { host, origin: `http://${host}` }

  it.each([
    own,
    { host, 'sec-fetch-site': 'same-origin' },
    { ...own, 'sec-fetch-site': 'same-origin' },
  ])('takes %j', (entries) => {
    expect(isOwnWrite(headers(entries))).toBe(true)
  })

  it.each([
    { host },
    { host, 'sec-fetch-site': 'none' },
    { host, 'sec-fetch-site': 'same-site' },
    { host, 'sec-fetch-site': 'cross-site' },
    { ...own, 'sec-fetch-site': 'cross-site' },
    { host, origin: 'null', 'sec-fetch-site': 'same-origin' },
  ])('refuses %j', (entries) => {
    expect(isOwnWrite(headers(entries))).toBe(false)
  })
})

describe('isJson', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;a=b'])(
    'takes %s',
    (type) => {
      expect(isJson(headers({ 'content-type': type }))).toBe(true)
    },
  )

  it.each([
    'text/plain',
    'text/plain; application/json',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    '',
  ])('refuses %j', (type) => {
    expect(isJson(headers({ 'content-type': type }))).toBe(false)
  })

  it('refuses a body without a type', () => {
    expect(isJson(headers({}))).toBe(false)
  })
})

describe('isSecret', () => {
  it('is true of the secret and of nothing else', () => {
    expect(isSecret(undefined, 'secret')).toBe(false)
    fc.assert(
      fc.property(fc.string(), fc.string(), (given, secret) => {
        expect(isSecret(given, secret)).toBe(given === secret)
        expect(isSecret(secret, secret)).toBe(true)
        expect(isSecret(secret + given, secret)).toBe(given === '')
      }),
    )
  })
})
