import { float64Column, int32Column, TextPool, uint32Column } from '../bytes/growing-column.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'
import { hashRow } from './content-hash.ts'
import type { SalesCollector } from './sales-collector.ts'

/**
 * Rows of an order without customer that are worth nothing. Beside lines with a price they are gifts and belong to the
 * order; an order of nothing else is no sale but stock that was counted, found or moved. Which it is shows at the end.
 */
export class HeldRows {
  private readonly numbers = int32Column()
  private readonly days = int32Column()
  private readonly products = int32Column()
  private readonly quantities = float64Column()
  private readonly lineNumbers = uint32Column()
  private readonly hashes = int32Column()
  private readonly raw = new TextPool()

  hold(row: ScannedRow, number: number, day: number, product: number, quantity: number): void {
    this.numbers.push(number)
    this.days.push(day)
    this.products.push(product)
    this.quantities.push(quantity)
    this.lineNumbers.push(row.lineNumber)
    this.hashes.push(hashRow(row.bytes, row.start, row.end))
    this.raw.add(row.bytes, row.start, row.end)
  }

  settle({ lines, orders, rejected }: SalesCollector): void {
    for (let held = 0; held < this.numbers.length; held++) {
      const order = orders.find(this.numbers.at(held), this.days.at(held))
      const lineNumber = this.lineNumbers.at(held)
      if (order >= 0) {
        lines.add(order, this.products.at(held), this.quantities.at(held), 0, lineNumber, this.hashes.at(held), 0)
      } else {
        const row = { bytes: this.raw.bytes, start: this.raw.startOf(held), end: this.raw.ends.at(held), lineNumber }
        rejected.add(row, 'stock-write-off', 0)
      }
    }
  }
}
