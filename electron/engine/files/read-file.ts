import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { HEAD_BYTES } from '../../../shared/import/inspect-file.ts'
import type { ErrorCode } from '../../../shared/i18n/en/errors.ts'
import { AppError } from '../../../shared/result.ts'

// Everything here blocks its thread: it is meant for a worker, where nothing else waits and asking the system directly is fastest.
const CHUNK_BYTES = 1024 * 1024

const codes: Readonly<Record<string, ErrorCode>> = { ENOENT: 'file-not-found', ENOTDIR: 'file-not-found' }

/** Does something with a file; the system's own words on what went wrong name the file, so only its code goes on. */
function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
    throw new AppError(codes[code] ?? 'file-not-readable', code)
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

/** As many bytes as there are, up to the length given. */
function fill(file: number, bytes: Uint8Array): Uint8Array {
  let filled = 0
  while (filled < bytes.length) {
    const length = attempt(() => readSync(file, bytes, filled, bytes.length - filled, null))
    if (length === 0) break
    filled += length
  }
  return bytes.subarray(0, filled)
}

/** The beginning of a file, on which is decided what it is, and the size of the whole. */
export function readFileStart(path: string): { readonly bytes: Uint8Array; readonly sizeBytes: number } {
  return withFile(path, (file, sizeBytes) => ({ bytes: fill(file, new Uint8Array(Math.min(sizeBytes, HEAD_BYTES))), sizeBytes }))
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
