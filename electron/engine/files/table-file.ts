import type { ImportChoices } from '../../../shared/contract/data.ts'
import { HEAD_BYTES } from '../../../shared/import/inspect-file.ts'
import { AppError } from '../../../shared/result.ts'
import type { FileSource } from './file-source.ts'
import { readBytes, readFileStart, streamFile } from './read-file.ts'
import { openSpreadsheet } from './spreadsheet/open-spreadsheet.ts'
import { openZipParts, type ZipParts } from './spreadsheet/zip-parts.ts'

/** A file with a table, whatever it is stored as: bytes of CSV come out. */
export type TableFile = {
  readonly sizeBytes: number
  /** The name of the sheet that is read, in a spreadsheet: the one with the table. */
  readonly sheet?: string | undefined
  readonly sheets?: readonly string[]
  /** The same spreadsheet, read on another sheet; null where it has none of that name. Closing either closes both. */
  readonly onSheet?: (name: string) => TableFile | null
  /** How the bytes are written, where that is known and no choice. */
  readonly written: Pick<ImportChoices, 'encoding' | 'delimiter'>
  readonly readStart: () => Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }>
  /** Gives all bytes, a piece at a time; the bytes may be used again afterwards. */
  readonly stream: (take: (bytes: Uint8Array, fraction: number) => void) => Promise<void>
  readonly close: () => void
}

const ZIP = Buffer.from([0x50, 0x4B, 0x03, 0x04])
const COMPOUND_DOCUMENT = Buffer.from([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
/** A spreadsheet with a password is a compound document with this among its contents. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const DIRECTORY_BYTES = 8192

/** Whether a compound document holds an encrypted spreadsheet: its header tells where its list of contents begins ([MS-CFB] 2.2). */
function isEncrypted(path: string, head: Buffer): boolean {
  if (head.length < 512) return false
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 12)
  const directory = readBytes(path, (head.readUInt32LE(48) + 1) * sectorBytes, DIRECTORY_BYTES)
  return directory.includes(ENCRYPTED)
}

const startsWith = (head: Buffer, mark: Buffer) => head.subarray(0, mark.length).equals(mark)

/** Whether a file announces itself as a zip file, of whatever kind. */
export function isZip(path: string): boolean {
  return startsWith(readBytes(path, 0, ZIP.length), ZIP)
}

async function openFile(path: string): Promise<TableFile> {
  const { bytes, sizeBytes } = readFileStart(path)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (startsWith(head, ZIP)) return openSpreadsheet(path, sizeBytes)
  if (startsWith(head, COMPOUND_DOCUMENT) && isEncrypted(path, head)) throw new AppError('spreadsheet-encrypted')
  return {
    sizeBytes,
    written: {},
    readStart: async () => ({ bytes, isWhole: sizeBytes <= bytes.length }),
    stream: async (take) => { streamFile(path, take) },
    close: () => undefined,
  }
}

/** As many bytes of a part as there are, up to `limit`. */
async function startOfPart(parts: ZipParts, name: string, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const bytes of parts.read(name)) {
    pieces.push(bytes)
    length += bytes.length
    if (length >= limit) break
  }
  return Buffer.concat(pieces, Math.min(length, limit))
}

/** A file inside a zip file is unpacked as it is read, and never onto the disk. */
async function openInArchive(path: string, entry: string): Promise<TableFile> {
  const parts = await openZipParts(path, 'archive')
  try {
    if (!parts.has(entry)) throw new AppError('file-not-found')
    const sizeBytes = parts.size(entry)
    const bytes = await startOfPart(parts, entry, HEAD_BYTES)
    if (startsWith(bytes, ZIP)) return await openSpreadsheet(await startOfPart(parts, entry, Infinity), sizeBytes)
    return {
      sizeBytes,
      written: {},
      readStart: async () => ({ bytes, isWhole: sizeBytes <= bytes.length }),
      async stream(take) {
        let done = 0
        for await (const piece of parts.read(entry)) {
          done += piece.length
          take(piece, Math.min(1, done / sizeBytes))
        }
      },
      close: parts.close,
    }
  } catch (error) {
    parts.close()
    throw error
  }
}

/** Opens a file with a table for as long as `work` takes. */
export async function withTable<T>({ path, entry }: FileSource, work: (table: TableFile) => Promise<T>): Promise<T> {
  const table = await (entry === undefined ? openFile(path) : openInArchive(path, entry))
  try {
    return await work(table)
  } finally {
    table.close()
  }
}
