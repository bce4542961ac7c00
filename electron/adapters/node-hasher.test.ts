import { expect, it } from 'vitest'
import { nodeHasher } from './node-hasher'

it('hashes as SHA-256 says, text as UTF-8', () => {
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(nodeHasher.sha256('abc')).toBe(known)
  expect(nodeHasher.sha256(Uint8Array.of(97, 98, 99))).toBe(known)
  expect(nodeHasher.sha256('问据')).toBe(nodeHasher.sha256(new TextEncoder().encode('问据')))
})
