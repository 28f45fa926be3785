import type { FormatName } from '../../contract/data.ts'
import type { ImportedSales } from '../imported-sales.ts'
import { HashPair } from './content-hash.ts'
import type { SalesCollector } from './sales-collector.ts'
import { flagIdentical, orderLines, placed } from './sort-lines.ts'

/** Which of the numbers handed out while reading are kept, and their number in the result; -1 for those nothing uses. */
type Renumbering = { readonly kept: Int32Array; readonly newNumber: Int32Array }

function keepUsed(size: number, users: Int32Array): Renumbering {
  const newNumber = new Int32Array(size).fill(-1)
  for (let i = 0; i < users.length; i++) {
    const number = users[i] ?? -1
    if (number >= 0) newNumber[number] = 0
  }
  const kept = new Int32Array(size)
  let count = 0
  for (let number = 0; number < size; number++) {
    if (newNumber[number] !== 0) continue
    kept[count] = number
    newNumber[number] = count++
  }
  return { kept: kept.slice(0, count), newNumber }
}

function renumbered(numbers: Int32Array, { newNumber }: Renumbering): Int32Array<ArrayBuffer> {
  return numbers.map((number) => (number < 0 ? -1 : (newNumber[number] ?? -1)))
}

/** Puts what was collected in its final shape: lines sorted by order, and only orders, customers and products with lines. */
export function finishSales(sales: SalesCollector, format: FormatName, rowsRead: number): ImportedSales {
  const currency = sales.currencies.theOnly()
  const collected = sales.lines.finish()
  const columns = { ...collected, orders: sales.orders.settle(collected.orders, collected.amountCents) }
  const orders = keepUsed(sales.orders.days.length, columns.orders)
  const products = keepUsed(sales.products.keys.size, columns.products)
  const customersOfOrders = orders.kept.map((order) => sales.orders.customers.at(order))
  const customers = keepUsed(sales.customers.keys.size, customersOfOrders)

  const linesOrders = renumbered(columns.orders, orders)
  const { positions, firstLines } = orderLines(linesOrders, orders.kept.length)
  const oldProducts = placed(columns.products, positions)
  const quantities = placed(columns.quantities, positions)
  const amountCents = placed(columns.amountCents, positions)
  const derived = placed(columns.derived, positions)
  const rowHashes = placed(columns.rowHashes, positions)
  const orderDays = orders.kept.map((order) => sales.orders.days.at(order))
  const lineOrders = placed(linesOrders, positions)
  const refunds = refundsAfterwards(lineOrders, { orderDays, days: placed(columns.days, positions), amountCents })

  return {
    format,
    rowsRead,
    orders: {
      keys: sales.orders.keys.texts.pick(sales.orders.keysOf(orders.kept)),
      days: orderDays,
      customers: renumbered(customersOfOrders, customers),
      restarted: sales.orders.restartedOf(orders.kept),
      contentHashes: hashContents(sales, orders.kept, firstLines, { products: oldProducts, quantities, amountCents, refunds }),
    },
    lines: {
      orders: lineOrders,
      products: renumbered(oldProducts, products),
      quantities,
      amountCents,
      lineNumbers: placed(columns.lineNumbers, positions),
      identical: flagIdentical(firstLines, { rowHashes, products: oldProducts, quantities, amountCents, derived }),
      derived,
      refunds,
    },
    customers: sales.customers.texts(customers.kept),
    products: sales.products.texts(products.kept),
    rejected: sales.rejected.finish(),
    customersNamed: sales.customers.keys.size,
    currency,
  }
}

/** The lines with money that was given back on a later day than their order's. */
function refundsAfterwards(
  orders: Int32Array,
  { orderDays, days, amountCents }: { readonly orderDays: Int32Array; readonly days: Int32Array; readonly amountCents: Float64Array },
): ImportedSales['lines']['refunds'] {
  const lines: number[] = []
  for (let line = 0; line < days.length; line++) {
    if ((amountCents[line] ?? 0) < 0 && (days[line] ?? 0) > (orderDays[orders[line] ?? 0] ?? 0)) lines.push(line)
  }
  return { lines: Int32Array.from(lines), days: Int32Array.from(lines, (line) => days[line] ?? 0) }
}

/**
 * A hash of each order over its day, its customer and its lines, those of refunds with their own day. Lines are added up, so that their order in the file makes
 * no difference, and hashed by what they say, not by numbers that depend on the file.
 */
function hashContents(
  sales: SalesCollector,
  orders: Int32Array,
  firstLines: Uint32Array,
  lines: { readonly products: Int32Array; readonly quantities: Float64Array; readonly amountCents: Float64Array; readonly refunds: ImportedSales['lines']['refunds'] },
): Float64Array {
  const hash = new HashPair()
  const hashes = new Float64Array(orders.length)
  let refund = 0
  for (let index = 0; index < orders.length; index++) {
    const order = orders[index] ?? 0
    let first = 0
    let second = 0
    const end = firstLines[index + 1] ?? 0
    for (let line = firstLines[index] ?? 0; line < end; line++) {
      const product = lines.products[line] ?? -1
      hash.reset()
      hash.int(product < 0 ? 0 : sales.products.keys.hashOf(product))
      hash.number(lines.quantities[line] ?? 0)
      hash.number(lines.amountCents[line] ?? 0)
      if (lines.refunds.lines[refund] === line) hash.int(lines.refunds.days[refund++] ?? 0)
      first = (first + hash.first) | 0
      second = (second + hash.second) | 0
    }
    const customer = sales.orders.customers.at(order)
    hash.reset()
    hash.int(sales.orders.days.at(order))
    hash.int(customer < 0 ? 0 : sales.customers.keys.hashOf(customer))
    hash.int(first)
    hash.int(second)
    hashes[index] = hash.value()
  }
  return hashes
}
