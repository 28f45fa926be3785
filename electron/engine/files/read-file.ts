import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { HEAD_BYTES } from '../../../shared/import/inspect-file.ts'
import type { ErrorCode } from '../../../shared/i18n/en/errors.ts'
import { AppError } from '../../../shared/result.ts'

// Everything here blocks its thread: it is meant for a worker, where nothing else waits and asking the system directly is fastest.
const CHUNK_BYTES = 1024 * 1024

const codes: Readonly<Record<string, ErrorCode>> = { ENOENT: 'file-not-found', ENOTDIR: 'file-not-found' }

/** Why the system did not give a file; its own words name the file, so only its code goes on. */
export function failureOfFile(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  return new AppError(codes[code] ?? 'file-not-readable', code)
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failureOfFile(error)
  }
}

function withFile<T>(path: string, work: (file: number, sizeBytes: number) => T): T {
  const file = attempt(() => openSync(path, 'r'))
  try {
    const about = attempt(() => fstatSync(file))
    if (!about.isFile()) throw new AppError('file-not-readable', 'not a regular file')
    return work(file, about.size)
  } finally {
    closeSync(file)
  }
}

/** As many bytes as there are, up to the length given; from `position`, else from where the last reading ended. */
function fill<B extends Uint8Array>(file: number, bytes: B, position: number | null = null): B {
  let filled = 0
  while (filled < bytes.length) {
    const length = attempt(() => readSync(file, bytes, filled, bytes.length - filled, position === null ? null : position + filled))
    if (length === 0) break
    filled += length
  }
  return bytes.subarray(0, filled) as B
}

/** The beginning of a file, on which is decided what it is, and the size of the whole. */
export function readFileStart(path: string): { readonly bytes: Uint8Array; readonly sizeBytes: number } {
  return withFile(path, (file, sizeBytes) => ({ bytes: fill(file, new Uint8Array(Math.min(sizeBytes, HEAD_BYTES))), sizeBytes }))
}

/** The bytes from `position` on, as many as there are up to `length`. */
export function readBytes(path: string, position: number, length: number): Buffer {
  return withFile(path, (file) => fill(file, Buffer.alloc(length), position))
}

/** Gives a file to `take`, a megabyte at a time; the bytes are used again afterwards. */
export function streamFile(path: string, take: (bytes: Uint8Array, fraction: number) => void): void {
  withFile(path, (file, sizeBytes) => {
    const buffer = new Uint8Array(CHUNK_BYTES)
    let done = 0
    for (;;) {
      const bytes = fill(file, buffer)
      if (bytes.length === 0) return
      done += bytes.length
      take(bytes, Math.min(1, done / sizeBytes))
    }
  })
}
