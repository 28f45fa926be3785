import type { CellReader } from '../../bytes/cell-reader.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'

const SPACE = 32
/** Between the name and the postcode behind it: stands in no cell of text. */
export const BEFORE_POSTCODE = 0x1F

/** A customer's name out of up to three columns, as `bytes[0 .. end)`; one buffer is used over and over. */
export class NameCells {
  bytes = new Uint8Array(256)
  end = 0
  private readonly columns: readonly number[]

  /** First name or whole name, what stands between, last name; -1 for what is not there. */
  constructor(columns: readonly number[]) {
    this.columns = columns.filter((column) => column >= 0)
  }

  /** Moves to the row's name; false where it has none. Where a whole name stands beside a part of it, the part is not repeated. */
  read(row: ScannedRow, cell: CellReader): boolean {
    this.end = 0
    for (const column of this.columns) {
      if (!cell.at(row, column) || this.endsWith(cell)) continue
      if (this.isStartOf(cell)) this.end = 0
      this.append(cell, SPACE)
    }
    return this.end > 0
  }

  /** Adds the cell behind what is there, with a byte between. */
  append(cell: CellReader, between: number): void {
    const length = cell.end - cell.start
    if (this.end + 1 + length > this.bytes.length) this.bytes = new Uint8Array(this.bytes.buffer.transfer(2 * (this.end + 1 + length)))
    if (this.end > 0) this.bytes[this.end++] = between
    for (let i = 0; i < length; i++) this.bytes[this.end + i] = cell.bytes[cell.start + i] ?? 0
    this.end += length
  }

  private endsWith({ bytes, start, end }: CellReader): boolean {
    const from = this.end - (end - start)
    if (from < 0 || (from > 0 && this.bytes[from - 1] !== SPACE)) return false
    for (let i = start; i < end; i++) {
      if (this.bytes[from + i - start] !== bytes[i]) return false
    }
    return true
  }

  private isStartOf({ bytes, start, end }: CellReader): boolean {
    if (this.end === 0 || end - start <= this.end || bytes[start + this.end] !== SPACE) return false
    for (let i = 0; i < this.end; i++) {
      if (this.bytes[i] !== bytes[start + i]) return false
    }
    return true
  }
}
