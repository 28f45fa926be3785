import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { AppError } from '../../../../shared/result.ts'
import { failureOfFile } from '../read-file.ts'
import { limits } from './limits.ts'

/** What the zip file is, for the words in which it is refused: a document, or files packed together. */
export type ZipKind = 'spreadsheet' | 'archive'

/** The parts of a zip file by their names, which are the same in capitals and small letters. They are names only: nothing is ever written under them. */
export type ZipParts = {
  /** As they stand in its list of contents, folders left out. */
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** Bytes of the part when unpacked. */
  readonly size: (name: string) => number
  /** Unpacks a part; ended early it unpacks no further. */
  readonly read: (name: string) => AsyncGenerator<Uint8Array, void, undefined>
  readonly close: () => void
}

/** What went wrong inside a zip file, for the owner: the system refused it, or its content is not what it says it is. */
function zipFailure(error: unknown, kind: ZipKind): AppError {
  if (error instanceof AppError) return error
  if (error instanceof Error && 'syscall' in error) return failureOfFile(error)
  return new AppError(`${kind}-damaged`, error instanceof Error && 'code' in error ? String(error.code) : 'zip')
}

/** Opens a zip file (by its path, or all its bytes) by its list of contents, and refuses it by that list alone where it promises too much. */
export async function openZipParts(file: string | Buffer, kind: ZipKind = 'spreadsheet'): Promise<ZipParts> {
  const options = { lazyEntries: true, autoClose: false }
  const opening = typeof file === 'string' ? yauzl.openPromise(file, options) : yauzl.fromBufferPromise(file, options)
  const zip = await opening.catch((error: unknown) => { throw zipFailure(error, kind) })
  try {
    const entries = await listEntries(zip, kind)
    const entry = (name: string) => entries.get(name.toLowerCase())
    return {
      names: [...entries.values()].map(({ fileName }) => fileName).filter((name) => !name.endsWith('/')),
      has: (name) => entry(name) !== undefined,
      size: (name) => entry(name)?.uncompressedSize ?? 0,
      read: (name) => unpack(zip, entry(name), kind),
      close: () => { zip.close() },
    }
  } catch (error) {
    zip.close()
    throw zipFailure(error, kind)
  }
}

async function listEntries(zip: ZipFile, kind: ZipKind): Promise<Map<string, Entry>> {
  const tooLarge = (limit: string) => new AppError(`${kind}-too-large`, limit)
  if (zip.fileSize > limits.fileBytes) throw tooLarge('file')
  if (zip.entryCount > limits.parts) throw tooLarge('parts')
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new AppError(`${kind}-encrypted`)
    inflated += entry.uncompressedSize
    if (inflated > limits.inflatedBytes) throw tooLarge('inflated')
    if (entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > limits.ratio * entry.compressedSize) throw tooLarge('ratio')
    entries.set(entry.fileName.toLowerCase(), entry)
  }
  return entries
}

async function* unpack(zip: ZipFile, entry: Entry | undefined, kind: ZipKind): AsyncGenerator<Uint8Array, void, undefined> {
  const damaged = (detail: string) => new AppError(`${kind}-damaged`, detail)
  if (!entry) throw damaged('missing part')
  try {
    // The stream stops by itself where a part turns out larger than the list of contents said.
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry)
    let checksum = 0
    for await (const bytes of stream) {
      checksum = crc32(bytes, checksum)
      yield bytes
    }
    // A byte that fell over on the way may well unpack, into another amount.
    if (checksum !== entry.crc32) throw damaged('checksum')
  } catch (error) {
    throw zipFailure(error, kind)
  }
}
