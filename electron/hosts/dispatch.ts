/**
 * The one way from a door to a handler: look up, parse, call, envelope. A door hands over whatever
 * came in and passes on whatever comes back.
 */
import type { z } from 'zod'
import { AppError, toErrorBody } from '../contract/errors'
import { FILE_LIMIT } from '../contract/limits'
import {
  operations,
  type Envelope,
  type OperationHandlers,
  type OperationName,
  type OperationRequest,
  type OperationResults,
} from '../contract/operations'

/** Long enough for every real name; the rest of a wrong one is noise. */
const SHOWN_NAME_LIMIT = 64

/**
 * Calls `operation` with `input` as it came from outside. Never rejects: a name that is not in the
 * table is UNKNOWN_OPERATION, an input that does not fit is INVALID_REQUEST (FILE_TOO_LARGE for the
 * bytes of a file), and what a handler throws becomes the envelope's error, its stack left behind.
 */
export async function dispatch<Name extends OperationName>(
  handlers: OperationHandlers,
  operation: Name,
  input: unknown,
): Promise<Envelope<OperationResults[Name]>>
export async function dispatch(
  handlers: OperationHandlers,
  operation: string,
  input: unknown,
): Promise<Envelope<unknown>>
export async function dispatch(
  handlers: OperationHandlers,
  operation: string,
  input: unknown,
): Promise<Envelope<unknown>> {
  try {
    return { ok: true, data: await run(handlers, nameOf(operation), input) }
  } catch (thrown) {
    return { ok: false, error: toErrorBody(thrown) }
  }
}

function nameOf(operation: string): OperationName {
  // Own keys only: 'toString' and '__proto__' are found on every object.
  if (Object.hasOwn(operations, operation)) return operation as OperationName
  throw unknownOperation(operation)
}

/** The refusal of a name that the table does not have. */
export function unknownOperation(name: string): AppError {
  return new AppError('UNKNOWN_OPERATION', { operation: name.slice(0, SHOWN_NAME_LIMIT) })
}

function run<Name extends OperationName>(
  handlers: OperationHandlers,
  name: Name,
  input: unknown,
): Promise<OperationResults[Name]> {
  const parsed = operations[name].safeParse(input)
  if (!parsed.success) throw refusal(name, input, parsed.error.issues)
  return handlers[name](parsed.data as OperationRequest<Name>)
}

function refusal(
  name: OperationName,
  input: unknown,
  issues: readonly z.core.$ZodIssue[],
): AppError {
  const tooLarge = issues.some(({ code, path }) => code === 'too_big' && path[0] === 'base64')
  if (name === 'addFile' && tooLarge) return fileTooLarge(input)
  return new AppError('INVALID_REQUEST', { reason: issues.slice(0, 3).map(describe).join('; ') })
}

function fileTooLarge(input: unknown): AppError {
  const { name, base64 } = input as { readonly name?: unknown; readonly base64: string }
  return new AppError('FILE_TOO_LARGE', {
    name: typeof name === 'string' ? name.slice(0, 255) : '',
    bytes: Buffer.byteLength(base64, 'base64'),
    limit: FILE_LIMIT,
  })
}

/**
 * Names the field and the rule. Of what the caller sent nothing is repeated but the name of an
 * unknown field, and that only when it looks like a name: the rest may be somebody's question.
 */
function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.filter((key) => /^\w{1,40}$/.test(key))
    return ['unknown field', ...names].join(' ')
  }
  const field = issue.path.map(String).join('.')
  return field === '' ? issue.message : `${field}: ${issue.message}`
}
