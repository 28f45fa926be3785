import type { PurchaseSummary } from '../../customers/sales-ledger.ts'
import { seededRandom } from '../../random.ts'
import { check } from '../inputs.ts'

/** Fewer customers make no average (F14), fewer in a segment no segment (C25); "about twenty" and "typically 100+" in the textbooks (B6). */
const ENOUGH = { average: 20, segment: 100 } as const

/** What the customers are too few for, and how many it takes; `kind` is the key of its text. */
export type TooFew = { readonly kind: `too-few-for-${keyof typeof ENOUGH}`; readonly customers: number; readonly needed: number }

/**
 * A warning where customers are too few for an average (under 20) or for a segment of their own (under 100; B6); else `null`.
 * RangeError for a count that is no whole number. Example: 19 customers are too few for an average, which takes 20.
 */
export function sampleWarning(customers: number, purpose: keyof typeof ENOUGH): TooFew | null {
  check('a whole number, zero or more', { customers })
  const needed = ENOUGH[purpose]
  return customers < needed ? { kind: `too-few-for-${purpose}`, customers, needed } : null
}

/**
 * Rows of a sample of the customers who bought (F14): every one by default, else so many of them drawn without replacement (selection
 * sampling: Knuth, The Art of Computer Programming 2, algorithm 3.4.2S), each equally likely, in the order of the summary. All where there are no
 * more than asked for. The same seed draws the same. RangeError for a size that is no whole number.
 * Example: 20 of 50 customers with seed 1 are 20 different rows, ascending.
 */
export function sampleRows({ purchaseCount }: PurchaseSummary, size: number | 'everyone' = 'everyone', seed = 0): Int32Array {
  const rows = Int32Array.from(purchaseCount.keys()).filter((row) => purchaseCount[row]! > 0)
  if (size === 'everyone') return rows
  check('a whole number, zero or more', { size })
  const random = seededRandom(seed)
  let wanted = Math.min(size, rows.length)
  return rows.filter((_, passed) => {
    const taken = random.uniform() * (rows.length - passed) < wanted
    if (taken) wanted--
    return taken
  })
}

/**
 * The summary of some of its customers only: a sample or a segment. RangeError for a row that is not there.
 * Example: rows 2 and 0 of three customers are two customers, in that order.
 */
export function summaryOfRows(summary: PurchaseSummary, rows: Int32Array): PurchaseSummary {
  const customers = summary.customerIds.length
  for (const row of rows) if (row < 0 || row >= customers) throw new RangeError(`rows must be from 0 to below ${customers}, not ${row}`)
  const whole = (column: Int32Array) => Int32Array.from(rows, (row) => column[row]!)
  const cents = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!)
  return {
    customerIds: whole(summary.customerIds), purchaseCount: whole(summary.purchaseCount), firstDay: whole(summary.firstDay), lastDay: whole(summary.lastDay),
    netCents: cents(summary.netCents), purchaseCents: cents(summary.purchaseCents), observedUntilDay: summary.observedUntilDay,
  }
}
