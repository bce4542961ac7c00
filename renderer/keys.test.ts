import { describe, expect, test } from 'vitest'
import { isCommand, sendsQuestion, singleKey, type KeyFacts } from './keys'

function key(name: string, facts: Partial<KeyFacts> = {}): KeyFacts {
  return {
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...facts,
  }
}

describe('sendsQuestion', () => {
  test('Enter asks', () => {
    expect(sendsQuestion(key('Enter', { keyCode: 13 }))).toBe(true)
  })

  test('Shift+Enter does not', () => {
    expect(sendsQuestion(key('Enter', { shiftKey: true }))).toBe(false)
  })

  test('the Enter that ends a composition does not, whichever way the browser tells', () => {
    expect(sendsQuestion(key('Enter', { isComposing: true }))).toBe(false)
    expect(sendsQuestion(key('Enter', { keyCode: 229 }))).toBe(false)
  })
})

describe('singleKey', () => {
  test('digits open, letters step, the question mark lists', () => {
    expect(singleKey(key('3'))).toEqual({ does: 'open', number: 3 })
    expect(singleKey(key('J'))).toEqual({ does: 'step', by: 1 })
    expect(singleKey(key('k'))).toEqual({ does: 'step', by: -1 })
    expect(singleKey(key('?', { shiftKey: true }))).toEqual({ does: 'list' })
    expect(singleKey(key('0'))).toBeUndefined()
  })

  test('nothing acts together with a modifier or while composing', () => {
    expect(singleKey(key('k', { ctrlKey: true }))).toBeUndefined()
    expect(singleKey(key('1', { altKey: true }))).toBeUndefined()
    expect(singleKey(key('j', { keyCode: 229 }))).toBeUndefined()
  })
})

test('isCommand takes Ctrl or ⌘ alone', () => {
  expect(isCommand(key('F', { ctrlKey: true }), 'f')).toBe(true)
  expect(isCommand(key('f', { metaKey: true }), 'f')).toBe(true)
  expect(isCommand(key('f', { ctrlKey: true, shiftKey: true }), 'f')).toBe(false)
  expect(isCommand(key('f'), 'f')).toBe(false)
})
