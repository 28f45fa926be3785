import { decodeText, encodeUtf8 } from '../bytes/text-codec.ts'
import { hashRow } from '../sales/content-hash.ts'
import type { BrokenRow, TableRows } from '../table-reader.ts'

/** A row as it stood in a file, and as the owner mended it in that import. */
export type Mend = { readonly batchId: number; readonly original: string; readonly mended: string }
export type MendedRow = { readonly lineNumber: number; readonly original: string; readonly mended: string }

type Waiting = { readonly batchId: number; readonly original: string; readonly mended: string[] }

/**
 * The rows that were mended before, while a file is read that may hold them again. Of several imports that mended the same row the
 * newest is believed; a row that one import mended several times over stands for as many rows, in their order.
 */
export class KnownMends {
  readonly applied: MendedRow[] = []
  private readonly waiting = new Map<number, Waiting[]>()

  constructor(mends: readonly Mend[]) {
    for (const mend of mends) this.add(mend)
  }

  /** Reads rows that are known as they were mended, by `readRow`; all others as they stand, by `rows`. */
  before(rows: TableRows, readRow: (text: string, lineNumber: number) => void): TableRows {
    const readMended = (row: BrokenRow): boolean => {
      const mended = this.take(row)
      if (mended === null) return false
      readRow(mended, row.lineNumber)
      return true
    }
    return {
      row: (row) => { if (!readMended(row)) rows.row(row) },
      reject: (row, reason) => { if (!readMended(row)) rows.reject(row, reason) },
    }
  }

  private add({ batchId, original, mended }: Mend): void {
    const bytes = encodeUtf8(original)
    const hash = hashRow(bytes, 0, bytes.length)
    const others = (this.waiting.get(hash) ?? []).filter((other) => other.original !== original || other.batchId >= batchId)
    const same = others.find((other) => other.original === original)
    if (same === undefined) others.push({ batchId, original, mended: [mended] })
    else if (same.batchId === batchId) same.mended.push(mended)
    this.waiting.set(hash, others)
  }

  private take({ bytes, start, end, lineNumber }: BrokenRow): string | null {
    const candidates = this.waiting.get(hashRow(bytes, start, end))
    if (candidates === undefined) return null
    const text = decodeText(bytes, start, end)
    const found = candidates.find(({ original }) => original === text)
    const mended = found?.mended.shift()
    if (found === undefined || mended === undefined) return null
    this.applied.push({ lineNumber, original: found.original, mended })
    return mended
  }
}
