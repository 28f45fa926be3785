import type { RejectReason } from '../../contract/data.ts'
import { CellReader } from '../bytes/cell-reader.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'
import type { ReadingPlan } from '../reading-plan.ts'
import { hashRow } from './content-hash.ts'
import { Currencies } from './registers/currencies.ts'
import { CustomerRegister } from './registers/customer-register.ts'
import { LineColumns } from './line-columns.ts'
import { OrderRegister } from './registers/order-register.ts'
import { ProductRegister } from './registers/product-register.ts'
import { RejectedRows } from './rejected-rows.ts'

/** All that a file gives, while it is being read. */
export class SalesCollector {
  readonly cell = new CellReader()
  readonly customers: CustomerRegister
  readonly products: ProductRegister
  readonly orders: OrderRegister
  readonly currencies: Currencies
  readonly lines = new LineColumns()
  readonly rejected = new RejectedRows()

  constructor(plan: ReadingPlan) {
    this.customers = new CustomerRegister(plan.columns)
    this.products = new ProductRegister(plan.columns)
    this.orders = new OrderRegister(this.customers.keys)
    this.currencies = new Currencies(plan.columns.currency ?? -1, plan.currency ?? null)
  }

  /** Adds the row as a line of its order. */
  accept(row: ScannedRow, order: number, product: number, quantity: number, amountCents: number): void {
    this.lines.add(order, product, quantity, amountCents, row.lineNumber, hashRow(row.bytes, row.start, row.end), 0)
  }

  /** Adds what belongs to an order but is not a row of its own: shipping, a discount, a further product on the same row. */
  addDerived(lineNumber: number, order: number, amountCents: number, product = -1, quantity = 0): void {
    this.lines.add(order, product, quantity, amountCents, lineNumber, 0, 1)
  }

  /** Adds what went back of an order, without a row that says what came back for it: a piece of no product in particular. */
  addRefund(lineNumber: number, order: number, refundedCents: number): void {
    this.addDerived(lineNumber, order, -refundedCents, -1, -1)
  }

  reject(row: ScannedRow, reason: RejectReason, amountCents = Number.NaN): void {
    this.rejected.add(row, reason, amountCents)
  }
}
