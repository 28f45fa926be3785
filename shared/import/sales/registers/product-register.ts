import type { CellReader } from '../../bytes/cell-reader.ts'
import { int32Column, TextPool } from '../../bytes/growing-column.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import { encodeUtf8 } from '../../bytes/text-codec.ts'
import type { ReadingPlan } from '../../reading-plan.ts'
import { productNature, type ProductNature } from '../evidence/not-a-sale.ts'

/** The products of a file, numbered in order of appearance; known by their number, or by their name where there is none. */
export class ProductRegister {
  readonly keys = new Interner()
  private readonly idColumn: number
  private readonly nameColumn: number
  private readonly pool = new TextPool()
  /** Index into `pool` per product, -1 while unknown. */
  private readonly names = int32Column()
  private readonly natures: ProductNature[] = []

  constructor(columns: ReadingPlan['columns']) {
    this.idColumn = columns.productId ?? -1
    this.nameColumn = columns.productName ?? -1
  }

  /** The number of the row's product, -1 where none is named. */
  of(row: ScannedRow, cell: CellReader, idColumn = this.idColumn, nameColumn = this.nameColumn): number {
    if (!cell.at(row, idColumn) && !cell.at(row, nameColumn)) return -1
    const product = this.keys.intern(cell.bytes, cell.start, cell.end)
    const isNew = product === this.names.length
    if (isNew) this.names.push(-1)
    if (isNew || this.names.at(product) < 0) this.complete(product, cell, cell.at(row, nameColumn), isNew)
    return product
  }

  /** The number of the product with this name, which may be one of several in a cell. */
  named(name: string, cell: CellReader): number {
    cell.hold(name)
    const product = this.keys.intern(cell.bytes, cell.start, cell.end)
    if (product === this.names.length) {
      this.names.push(-1)
      this.complete(product, cell, true, true)
    }
    return product
  }

  /** The number of the product that is known by this text already, whatever it is called. */
  withKey(key: string): number {
    const bytes = encodeUtf8(key)
    const product = this.keys.intern(bytes, 0, bytes.length)
    if (product === this.names.length) {
      this.names.push(-1)
      this.natures[product] = productNature(key, '')
    }
    return product
  }

  natureOf(product: number): ProductNature {
    return product < 0 ? null : (this.natures[product] ?? null)
  }

  texts(products: Int32Array) {
    return {
      keys: this.keys.texts.pick(products),
      names: this.pool.pick(products.map((product) => this.names.at(product))),
    }
  }

  private complete(product: number, cell: CellReader, hasName: boolean, isNew: boolean): void {
    if (hasName) this.names.values[product] = this.pool.add(cell.bytes, cell.start, cell.end)
    if (hasName || isNew) this.natures[product] = productNature(this.keys.text(product), hasName ? cell.text() : '')
  }
}
