import type { ImportChoices } from '../../../shared/contract/data.ts'
import { AppError } from '../../../shared/result.ts'
import { readBytes, readFileStart, streamFile } from './read-file.ts'
import { openSpreadsheet } from './spreadsheet/open-spreadsheet.ts'

/** A file with a table, whatever it is stored as: bytes of CSV come out. */
export type TableFile = {
  readonly sizeBytes: number
  /** The name of the sheet with the table, in a spreadsheet. */
  readonly sheet?: string | undefined
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

async function openTable(path: string): Promise<TableFile> {
  const { bytes, sizeBytes } = readFileStart(path)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (head.subarray(0, ZIP.length).equals(ZIP)) return openSpreadsheet(path, sizeBytes)
  if (head.subarray(0, COMPOUND_DOCUMENT.length).equals(COMPOUND_DOCUMENT) && isEncrypted(path, head)) throw new AppError('spreadsheet-encrypted')
  return {
    sizeBytes,
    written: {},
    readStart: async () => ({ bytes, isWhole: sizeBytes <= bytes.length }),
    stream: async (take) => { streamFile(path, take) },
    close: () => undefined,
  }
}

/** Opens a file with a table for as long as `work` takes. */
export async function withTable<T>(path: string, work: (table: TableFile) => Promise<T>): Promise<T> {
  const table = await openTable(path)
  try {
    return await work(table)
  } finally {
    table.close()
  }
}
