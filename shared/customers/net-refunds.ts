import type { SalesLedger } from './sales-ledger.ts'

/** Per order of the ledger. The net amounts add up to the ledger's amounts: no cent appears or disappears. */
export type NettedOrders = {
  /** What is left of the order in cents; for a credit note what could not be matched, zero or negative. */
  readonly netCents: Float64Array
  /** What later credit notes took off the order. */
  readonly refundedCents: Float64Array
  /** 1 for an order that comes to nothing because its own lines took back what it sold. */
  readonly broughtBack: Uint8Array
}

/**
 * A purchase is an order that money came in for and that was not wholly taken back, or that was free and never refunded
 * (a zero amount counts, as in the CDNOW data; Fader & Hardie 2001). A discount of all of it leaves an order free, a refund of all of it leaves none.
 */
export function isPurchase(ledger: SalesLedger, netted: NettedOrders, order: number): boolean {
  const amount = ledger.amountCents[order]!
  return amount > 0 ? netted.netCents[order]! > 0 : amount === 0 && netted.broughtBack[order] === 0
}

/** The lines of every order: `positions[starts[order]..starts[order + 1])`. */
function linesByOrder({ lines, days }: SalesLedger) {
  const starts = new Int32Array(days.length + 1)
  for (const order of lines.orders) starts[order + 1]!++
  for (let order = 0; order < days.length; order++) starts[order + 1]! += starts[order]!
  const filled = starts.slice()
  const positions = new Int32Array(lines.orders.length)
  lines.orders.forEach((order, line) => { positions[filled[order]!++] = line })
  return { starts, positions }
}

/**
 * Takes every credit note (an order with a negative total) off the order it belongs to. Per returned line: the customer's latest order of the
 * same day or before that holds the same product with enough quantity left; what remains: the latest such order with value
 * left, then the one before it. What fits nowhere stays with the credit note, lowers value so far and never becomes a purchase.
 * With `untilDay`, later credit notes are not looked at, so that a history cut off there knows nothing of what came after.
 * Example: bought for 5000 and 2000, returned for 2000 the product of the first: nets 3000, 2000 and 0.
 */
export function netRefunds(ledger: SalesLedger, untilDay = Number.POSITIVE_INFINITY): NettedOrders {
  const { customers, days, amountCents, lines } = ledger
  const netCents = amountCents.slice()
  const refundedCents = new Float64Array(amountCents.length)
  const { starts, positions } = linesByOrder(ledger)
  const quantityLeft = lines.quantities.slice()

  const takeOff = (order: number, wanted: number): number => {
    const taken = Math.min(wanted, Math.max(0, netCents[order]!))
    netCents[order]! -= taken
    refundedCents[order]! += taken
    return taken
  }

  let first = 0
  while (first < days.length) {
    let end = first + 1
    let credits = amountCents[first]! < 0
    for (; end < days.length && customers[end] === customers[first]; end++) credits ||= amountCents[end]! < 0
    if (credits) netCustomer(first, end)
    first = end
  }
  return { netCents, refundedCents, broughtBack: ordersBroughtBack(ledger) }

  function netCustomer(from: number, to: number) {
    const linesOfProduct = new Map<number, number[]>()
    const withValue: number[] = []
    let day = from
    while (day < to) {
      let dayEnd = day
      for (; dayEnd < to && days[dayEnd] === days[day]; dayEnd++) {
        if (amountCents[dayEnd]! < 0) continue
        withValue.push(dayEnd)
        rememberLines(dayEnd, linesOfProduct)
      }
      if (days[day]! <= untilDay) for (let order = day; order < dayEnd; order++) if (amountCents[order]! < 0) netCredit(order, linesOfProduct, withValue)
      day = dayEnd
    }
  }

  function rememberLines(order: number, linesOfProduct: Map<number, number[]>) {
    for (let k = starts[order]!; k < starts[order + 1]!; k++) {
      const line = positions[k]!
      const product = lines.products[line]!
      if (product < 0 || lines.quantities[line]! <= 0) continue
      const known = linesOfProduct.get(product)
      if (known) known.push(line)
      else linesOfProduct.set(product, [line])
    }
  }

  function netCredit(credit: number, linesOfProduct: Map<number, number[]>, withValue: number[]) {
    let open = -amountCents[credit]!
    for (let k = starts[credit]!; k < starts[credit + 1]! && open > 0; k++) {
      const returned = positions[k]!
      const quantity = -lines.quantities[returned]!
      const value = -lines.amountCents[returned]!
      if (quantity <= 0 || value <= 0) continue
      const bought = linesOfProduct.get(lines.products[returned]!)?.findLast((line) => quantityLeft[line]! >= quantity && netCents[lines.orders[line]!]! > 0)
      if (bought === undefined) continue
      quantityLeft[bought]! -= quantity
      open -= takeOff(lines.orders[bought]!, Math.min(value, open))
    }
    while (open > 0 && withValue.length > 0) {
      const latest = withValue.at(-1)!
      open -= takeOff(latest, open)
      if (netCents[latest]! <= 0) withValue.pop()
    }
    netCents[credit] = open === 0 ? 0 : -open
  }
}

/** What came back has pieces; a discount is money alone. */
function ordersBroughtBack({ amountCents, lines }: SalesLedger): Uint8Array {
  const broughtBack = new Uint8Array(amountCents.length)
  for (let line = 0; line < lines.orders.length; line++) {
    const order = lines.orders[line]!
    if (amountCents[order] === 0 && lines.amountCents[line]! < 0 && lines.quantities[line] !== 0) broughtBack[order] = 1
  }
  return broughtBack
}
