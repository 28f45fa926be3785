import { rejectReasons, type RejectReason } from '../../contract/data.ts'
import { float64Column, TextPool, uint32Column, uint8Column } from '../bytes/growing-column.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'
import { decodeText, encodeUtf8 } from '../bytes/text-codec.ts'
import type { ImportedSales } from '../imported-sales.ts'

/** Raw text of a row set aside is kept up to this many characters. */
const MAX_RAW_CHARACTERS = 2000

/** Whether the text kept of a row is all of it: one that fills the room may have been cut. */
export function isWholeRow(raw: string): boolean {
  return raw.length < MAX_RAW_CHARACTERS
}

/** Rows that are not counted as sales, each with its reason, its place in the file and what stood there. */
export class RejectedRows {
  private readonly lineNumbers = uint32Column()
  private readonly reasons = uint8Column()
  private readonly amounts = float64Column()
  private readonly raw = new TextPool()

  get length(): number {
    return this.lineNumbers.length
  }

  /** `amountCents` is NaN where no amount could be read, or where no money is involved (a cancelled order). */
  add(row: Pick<ScannedRow, 'bytes' | 'start' | 'end' | 'lineNumber'>, reason: RejectReason, amountCents: number): void {
    this.lineNumbers.push(row.lineNumber)
    this.reasons.push(rejectReasons.indexOf(reason))
    this.amounts.push(amountCents)
    if (row.end - row.start <= MAX_RAW_CHARACTERS) {
      this.raw.addValid(row.bytes, row.start, row.end)
    } else {
      // A character is at most four bytes, so this many bytes hold enough of them.
      const text = decodeText(row.bytes, row.start, Math.min(row.end, row.start + 4 * MAX_RAW_CHARACTERS + 3))
      const bytes = encodeUtf8(text.slice(0, MAX_RAW_CHARACTERS))
      this.raw.add(bytes, 0, bytes.length)
    }
  }

  finish(): ImportedSales['rejected'] {
    const inFileOrder = Uint32Array.from({ length: this.length }, (_, index) => index)
      .sort((a, b) => this.lineNumbers.at(a) - this.lineNumbers.at(b) || a - b)
    return {
      lineNumbers: inFileOrder.map((index) => this.lineNumbers.at(index)),
      reasons: Uint8Array.from(inFileOrder, (index) => this.reasons.at(index)),
      amountCents: Float64Array.from(inFileOrder, (index) => this.amounts.at(index)),
      raw: this.raw.pick(inFileOrder),
    }
  }
}
