import { type FileHandle, open } from 'node:fs/promises'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ErrorCode } from '../../../shared/i18n/en/errors.ts'
import { AppError } from '../../../shared/result.ts'

const CHUNK_BYTES = 1024 * 1024

const codes: Readonly<Record<string, ErrorCode>> = { ENOENT: 'file-not-found', ENOTDIR: 'file-not-found' }

/** The system's own words name the file; only its code goes on. */
function refusal(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  return new AppError(codes[code] ?? 'file-not-readable', code)
}

export type FileStart = { readonly bytes: Uint8Array; readonly sizeBytes: number }

async function readFully(file: FileHandle, bytes: Uint8Array): Promise<number> {
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

/** The first megabyte: what a file is gets decided on that. */
export async function readFileStart(path: string): Promise<FileStart> {
  const file = await open(path, 'r').catch((error: unknown) => { throw refusal(error) })
  try {
    const about = await file.stat()
    if (!about.isFile()) throw new AppError('file-not-readable', 'not a regular file')
    const bytes = new Uint8Array(Math.min(about.size, CHUNK_BYTES))
    return { bytes: bytes.subarray(0, await readFully(file, bytes)), sizeBytes: about.size }
  } catch (error) {
    throw error instanceof AppError ? error : refusal(error)
  } finally {
    await file.close()
  }
}

/**
 * Gives a file to `take`, a megabyte at a time; the bytes are used again afterwards. Blocks its thread: it is meant for a worker,
 * where nothing else waits and asking the system directly is fastest.
 */
export function streamFile(path: string, take: (bytes: Uint8Array, fraction: number) => void): void {
  const bytes = new Uint8Array(CHUNK_BYTES)
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const sizeBytes = fstatSync(file).size
    let done = 0
    for (;;) {
      const length = tryRead(file, bytes)
      if (length === 0) return
      done += length
      take(bytes.subarray(0, length), sizeBytes > 0 ? Math.min(1, done / sizeBytes) : 1)
    }
  } catch (error) {
    throw error instanceof AppError || file !== undefined ? error : refusal(error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function tryRead(file: number, bytes: Uint8Array): number {
  try {
    return readSync(file, bytes)
  } catch (error) {
    throw refusal(error)
  }
}
