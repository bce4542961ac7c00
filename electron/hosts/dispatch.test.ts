import { describe, expect, it } from 'vitest'
import { AppError, errorCodes } from '../contract/errors'
import { FILE_LIMIT, TOP_DEFAULT } from '../contract/limits'
import { operations, type OperationHandlers, type OperationName } from '../contract/operations'
import { dispatch } from './dispatch'

/** Every handler answers with what it was given, unless one is replaced. */
function echoing(replaced: Partial<Record<OperationName, () => unknown>> = {}): OperationHandlers {
  const echoes = Object.keys(operations).map((name) => [name, async (request: unknown) => request])
  return { ...Object.fromEntries(echoes), ...replaced } as unknown as OperationHandlers
}

const throwing = (thrown: unknown) =>
  echoing({
    status: () => {
      throw thrown
    },
  })

describe('dispatch', () => {
  it('hands the parsed input over, defaults filled in', async () => {
    const envelope = await dispatch(echoing(), 'ask', { question: '会有人上门吗？' })
    expect(envelope).toEqual({ ok: true, data: { question: '会有人上门吗？', top: TOP_DEFAULT } })
  })

  it.each(['nothing', '', '__proto__', 'toString', 'constructor', 'hasOwnProperty', 'Ask'])(
    'does not know the operation %j',
    async (operation) => {
      const envelope = await dispatch(echoing(), operation, {})
      expect(envelope).toEqual({
        ok: false,
        error: { code: 'UNKNOWN_OPERATION', details: { operation } },
      })
    },
  )

  it('shows a bounded part of a wrong name', async () => {
    const envelope = await dispatch(echoing(), 'x'.repeat(10_000), {})
    expect(envelope).toMatchObject({ error: { details: { operation: 'x'.repeat(64) } } })
  })

  it.each([
    ['ask', { question: '私事一件', top: 0 }, 'top:'],
    ['ask', { question: '私事一件', top: '私事一件' }, 'top:'],
    ['ask', { question: 7 }, 'question:'],
    ['ask', {}, 'question:'],
    ['ask', { question: '私事一件', mode: 1 }, 'unknown field mode'],
    ['ask', { question: 'q', 私事一件: 1 }, 'unknown field'],
    ['ask', '私事一件', 'expected object'],
    ['ask', undefined, 'expected object'],
    ['ask', null, 'expected object'],
    ['ask', ['私事一件'], 'expected object'],
    ['readArticle', { id: '../私事一件' }, 'id:'],
    ['cite', { spans: [{ articleId: 'a', start: -1, end: 2 }], language: 'zh' }, 'spans.0.start:'],
    ['cite', { spans: [], language: '私事一件' }, 'language:'],
    ['addFile', { name: '私事一件', base64: '私事一件' }, 'base64:'],
    ['saveSettings', { theme: '私事一件' }, 'theme:'],
  ])('%s with %j names the field and repeats nothing', async (operation, input, field) => {
    const envelope = await dispatch(echoing(), operation, input)
    expect(envelope).toMatchObject({ ok: false, error: { code: 'INVALID_REQUEST' } })
    expect(JSON.stringify(envelope)).toContain(field)
    expect(JSON.stringify(envelope)).not.toContain('私事')
  })

  it('refuses a key named __proto__ like any other unknown field', async () => {
    const input: unknown = JSON.parse('{"question":"q","__proto__":{"top":1}}')
    expect(await dispatch(echoing(), 'ask', input)).toMatchObject({
      error: { code: 'INVALID_REQUEST', details: { reason: 'unknown field __proto__' } },
    })
  })

  it('takes a file of exactly the limit and calls one over it too large', async () => {
    const base64 = (bytes: number) => Buffer.alloc(bytes).toString('base64')
    const handlers = echoing({ addFile: async () => 'taken' })
    const input = { name: '书.txt', base64: base64(FILE_LIMIT) }
    expect(await dispatch(handlers, 'addFile', input)).toEqual({ ok: true, data: 'taken' })
    const bytes = FILE_LIMIT + 300
    expect(await dispatch(handlers, 'addFile', { ...input, base64: base64(bytes) })).toEqual({
      ok: false,
      error: { code: 'FILE_TOO_LARGE', details: { name: '书.txt', bytes, limit: FILE_LIMIT } },
    })
  })

  it.each(errorCodes)('passes %s of a handler on with its details', async (code) => {
    const envelope = await dispatch(throwing(new AppError(code, { id: 'a' })), 'status', {})
    expect(envelope).toEqual({ ok: false, error: { code, details: { id: 'a' } } })
  })

  it.each([[new Error('disk on fire')], ['disk on fire'], [undefined]])(
    'makes INTERNAL of %s and leaves the stack behind',
    async (thrown) => {
      const envelope = await dispatch(throwing(thrown), 'status', {})
      expect(envelope).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
      expect(JSON.stringify(envelope)).not.toContain('dispatch.test')
    },
  )
})
