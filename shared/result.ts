import type { ErrorCode } from './i18n/en/errors.ts'

/**
 * What crosses every wall: a value, or an error that tells the owner what to do.
 * `code` is a key of the errors' texts; `detail` goes to the log only and never holds personal data.
 */
export type Failure = { readonly code: ErrorCode; readonly detail?: string; readonly params?: Readonly<Record<string, string | number>> }
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** An expected failure on its way to the owner: thrown by handlers, turned into a `Result` by the dispatcher. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly failure: Failure

  constructor(code: ErrorCode, detail?: string, params?: Failure['params']) {
    super(detail ? `${code}: ${detail}` : code)
    this.failure = { code, ...(detail === undefined ? {} : { detail }), ...(params === undefined ? {} : { params }) }
  }
}

/** Closes a switch over a tagged union: a new member does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
