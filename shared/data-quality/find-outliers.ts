import { median, robustScale } from './robust-scale.ts'

/** Fewer orders do not show what is usual. */
const FEWEST_ORDERS = 20
/** So many orders show what is usual for one customer. */
const FEWEST_OF_CUSTOMER = 3
/** Modified z-score beyond which a value is an outlier (Iglewicz & Hoaglin 1993). */
const FARTHEST_SCALES = 3.5
/** However alike a shop's orders are, one below five times the usual moves no average that matters. Our own choice. */
const SMALLEST_FACTOR = 5
/** An amount of just so many times the usual is not above it, whatever its logarithm is rounded to. */
const ROUNDING = 1e-9

export type Outliers = {
  /** Indices of the orders, largest first. */
  readonly orders: readonly number[]
  /** Above this amount an order stands out, unless it is usual for its customer. */
  readonly boundCents: number
}

/**
 * Orders far above what this shop sells: their amount, on a logarithmic scale, lies more than 3.5 robust scales and more than five times
 * above the median. A wholesale customer is no error: of a customer with three orders or more, an order stands out only when it is
 * as far above the customer's own median too. Small orders do no harm and are not looked for.
 * `customers` holds a number per customer, -1 for nobody; amounts are cents, those of zero or less are passed over. `null` with
 * fewer than twenty amounts. Example: thirty orders of 1000 and one of 90000 give that one, and a bound of 5000.
 */
export function findOutliers(amountCents: Float64Array, customers: Int32Array): Outliers | null {
  const positive = Int32Array.from(amountCents.keys()).filter((order) => amountCents[order]! > 0)
  if (positive.length < FEWEST_ORDERS) return null
  const logs = Float64Array.from(positive, (order) => Math.log(amountCents[order]!))
  const { median: usual, scale } = robustScale(logs)
  const distance = Math.max(FARTHEST_SCALES * scale, Math.log(SMALLEST_FACTOR))

  const isBeyond = (order: number, of: number) => Math.log(amountCents[order]!) > of + distance + ROUNDING
  const far = positive.filter((order) => isBeyond(order, usual))
  const known = new Set(Array.from(far, (order) => customers[order]!).filter((customer) => customer >= 0))
  const ofCustomer = new Map<number, number[]>()
  for (const [i, order] of positive.entries()) {
    const customer = customers[order]!
    if (!known.has(customer)) continue
    const before = ofCustomer.get(customer)
    if (before) before.push(logs[i]!)
    else ofCustomer.set(customer, [logs[i]!])
  }
  const usualOf = new Map(Array.from(ofCustomer, ([customer, own]) =>
    [customer, own.length >= FEWEST_OF_CUSTOMER ? Math.max(usual, median(Float64Array.from(own))) : usual]))
  const orders = Array.from(far).filter((order) => isBeyond(order, usualOf.get(customers[order]!) ?? usual))
  return { orders: orders.toSorted((a, b) => amountCents[b]! - amountCents[a]! || a - b), boundCents: Math.round(Math.exp(usual + distance)) }
}
