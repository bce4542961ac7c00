import { describe, expect, it } from 'vitest'
import { createBoundedMemory } from './bounded-memory'
import { createRemembered } from './remembered'

const remembered = () => createRemembered(createBoundedMemory<number>(9))

describe('remembered', () => {
  it('makes what is known no second time', async () => {
    const once = remembered()
    let made = 0
    const make = () => Promise.resolve(++made)
    expect([await once('a', make), await once('a', make), await once('b', make)]).toEqual([1, 1, 2])
  })

  it('makes once what is asked for twice at the same moment', async () => {
    const once = remembered()
    let made = 0
    const make = () => Promise.resolve(++made)
    expect(await Promise.all([once('a', make), once('a', make)])).toEqual([1, 1])
  })

  it('tries again what has failed', async () => {
    const once = remembered()
    const failing = () => Promise.reject(new Error('no'))
    await expect(once('a', failing)).rejects.toThrow('no')
    expect(await once('a', () => Promise.resolve(7))).toBe(7)
  })
})
