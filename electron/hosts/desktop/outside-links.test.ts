import { describe, expect, it, vi } from 'vitest'
import { wordingFor } from '../../contract/wording/wording'
import { outsideLinks } from './outside-links'
import { createTalk } from './talk'
import type { Question } from './electron-parts'

const words = wordingFor('en').desktop.link

function links(button: number) {
  const questions: Question[] = []
  const showMessageBox = (first: unknown, second?: Question) => {
    questions.push(second ?? (first as Question))
    return Promise.resolve({ response: button })
  }
  const open = vi.fn((address: string) =>
    address.includes('broken') ? Promise.reject(new Error('no program')) : Promise.resolve(),
  )
  const copy = vi.fn()
  const talk = createTalk({ showMessageBox }, 'en', () => undefined)
  return { follow: outsideLinks({ talk, open, copy }), questions, open, copy }
}

describe('an address outside', () => {
  it('is shown whole with its site before it is opened', async () => {
    const { follow, questions, open, copy } = links(0)
    await follow('https://bank.example@evil.example/pay?now=1')
    expect(questions[0]?.message).toBe('Open evil.example in your browser?')
    expect(questions[0]?.detail).toContain('https://bank.example@evil.example/pay?now=1')
    expect(open.mock.calls).toEqual([['https://bank.example@evil.example/pay?now=1']])
    expect(copy).not.toHaveBeenCalled()
  })

  it('is copied instead when that is wished, and left alone when it is not', async () => {
    const copying = links(1)
    await copying.follow('http://example.com/')
    expect(copying.copy.mock.calls).toEqual([['http://example.com/']])
    expect(copying.open).not.toHaveBeenCalled()
    const leaving = links(2)
    await leaving.follow('http://example.com/')
    expect(leaving.copy).not.toHaveBeenCalled()
    expect(leaving.open).not.toHaveBeenCalled()
  })

  it('may be a mail address, which names its program', async () => {
    const { follow, questions, open } = links(0)
    await follow('mailto:help@example.com')
    expect(questions[0]?.message).toBe(words.mailMessage)
    expect(questions[0]?.buttons[0]).toBe(words.openMail)
    expect(open).toHaveBeenCalledOnce()
  })

  it('that is endless is cut where it is shown, not where it is opened', async () => {
    const { follow, questions, open } = links(0)
    const address = `https://example.com/${'a'.repeat(5_000)}`
    await follow(address)
    expect(questions[0]?.detail?.length).toBeLessThan(1_000)
    expect(open).toHaveBeenCalledWith(address)
  })

  it('that cannot be opened is said so', async () => {
    const { follow, questions } = links(0)
    await follow('https://broken.example/')
    expect(questions[1]?.message).toContain('https://broken.example/')
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'wenju://app/',
    'about:blank',
    'C:\\Windows\\system32\\calc.exe',
    '',
  ])('of another kind is dropped without a word: %s', async (address) => {
    const { follow, questions, open } = links(0)
    await follow(address)
    expect(questions).toEqual([])
    expect(open).not.toHaveBeenCalled()
  })
})
