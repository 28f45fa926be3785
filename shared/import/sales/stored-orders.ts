import type { SalesCollector } from './sales-collector.ts'
import type { StartedOrder } from './totalled-rows.ts'

/** An order as an earlier reading of its file left it. */
export type StoredOrder = {
  /** The shop's number for it, `null` where it is known by its customer and day. */
  readonly number: string | null
  /** The number stands for other orders on other days. */
  readonly isRestarted: boolean
  /** Day number (shared/calendar.ts). */
  readonly day: number
  readonly customerKey: string | null
  /** In the order in which they were added. */
  readonly lines: readonly StoredLine[]
}
export type StoredLine = {
  readonly productKey: string | null
  readonly quantity: number
  readonly amountCents: number
  readonly lineNumber: number
  readonly isIdentical: boolean
  /** Day number, where money was given back on a later day than the order's. */
  readonly refundedOn: number | null
}

/** An order that was put in: its own and its number's index, and the lines of the file it comes from. */
export type AddedOrder = StartedOrder & { readonly number: number; readonly lineNumbers: readonly number[] }

/**
 * Puts orders in as if their rows had just been read, so that further rows join them. With `hasOpenTotals` the last line of an order is
 * what its total has more or less than its items, and stays open: it is not put in, but answered.
 */
export function addStoredOrders(sales: SalesCollector, stored: readonly StoredOrder[], hasOpenTotals: boolean): AddedOrder[] {
  const hashes = new RowHashes()
  const { day } = sales.lines
  const added = stored.map((one) => {
    const { lines } = one
    const customer = one.customerKey === null ? -1 : sales.customers.register(one.customerKey)
    const { number, order } = sales.orders.openStored(one.number, customer, one.day, one.isRestarted)
    const open = hasOpenTotals ? openLine(lines) : undefined
    hashes.startOrder()
    for (const line of lines) {
      if (line === open) continue
      sales.lines.day = line.refundedOn ?? one.day
      const product = line.productKey === null ? -1 : sales.products.withKey(line.productKey)
      sales.lines.add(order, product, line.quantity, line.amountCents, line.lineNumber, hashes.of(line), isDerived(line) ? 1 : 0)
    }
    const firstLine = open?.lineNumber ?? lines.reduce((first, { lineNumber }) => Math.min(first, lineNumber), Infinity)
    return { number, order, openCents: open?.amountCents ?? 0, firstLine, lineNumbers: lines.map(({ lineNumber }) => lineNumber) }
  })
  // Rows without a day of their own do not have that of the last of these.
  sales.lines.day = day
  return added
}

/** Money of the order that is no row: only such lines have neither product nor quantity. */
function isDerived({ productKey, quantity }: StoredLine): boolean {
  return productKey === null && quantity === 0
}

/** The line with the rest of the total is added last; what was refunded comes first, and is less than nothing. */
function openLine(lines: readonly StoredLine[]): StoredLine | undefined {
  const last = lines.at(-1)
  return last !== undefined && isDerived(last) && (lines.length > 1 || last.amountCents > 0) ? last : undefined
}

/** The rows themselves are gone: lines that were the same to the letter get one hash again, all others one of their own. */
class RowHashes {
  private next = 0
  private readonly byContent = new Map<string, number>()

  startOrder(): void {
    this.byContent.clear()
  }

  of({ productKey, quantity, amountCents, isIdentical }: StoredLine): number {
    const content = JSON.stringify([productKey, quantity, amountCents])
    const hash = (isIdentical ? this.byContent.get(content) : undefined) ?? --this.next
    this.byContent.set(content, hash)
    return hash
  }
}
