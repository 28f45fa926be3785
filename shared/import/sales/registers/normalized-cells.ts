import type { CellReader } from '../../bytes/cell-reader.ts'
import { int32Column, type TextPool } from '../../bytes/growing-column.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import { encodeUtf8 } from '../../bytes/text-codec.ts'

/** The cells of a column in one way of writing, each distinct cell rewritten once. */
export class NormalizedCells {
  private readonly cells = new Interner()
  private readonly texts = int32Column()
  private readonly column: number
  private readonly pool: TextPool
  private readonly normalize: (text: string) => string | null

  constructor(column: number, pool: TextPool, normalize: (text: string) => string | null) {
    this.column = column
    this.pool = pool
    this.normalize = normalize
  }

  /** The row's text as an index into the pool, -1 where it has none or none that can be used. */
  read(row: ScannedRow, cell: CellReader): number {
    if (!cell.at(row, this.column)) return -1
    const index = this.cells.intern(cell.bytes, cell.start, cell.end)
    if (index === this.texts.length) {
      const text = this.normalize(cell.text())
      const bytes = text === null ? null : encodeUtf8(text)
      this.texts.push(bytes === null ? -1 : this.pool.add(bytes, 0, bytes.length))
    }
    return this.texts.at(index)
  }
}
