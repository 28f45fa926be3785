import type { PurchaseSummary } from '../../../customers/sales-ledger.ts'

/**
 * The distinct purchase histories with how many customers share each: what the likelihood needs (its terms depend on nothing else).
 * Columns of equal length. Spans in any unit of time, repeat purchases as counts.
 */
export type PurchasePatterns = {
  readonly repeatPurchaseCount: Int32Array
  readonly activeSpan: Float64Array
  readonly observed: Float64Array
  readonly weight: Float64Array
}

/** What of a summary the histories are made of. */
type Histories = Pick<PurchaseSummary, 'purchaseCount' | 'firstDay' | 'lastDay' | 'observedUntilDay'>

/** Odd multipliers whose products spread neighbouring days over the whole table (Knuth 1998, section 6.4). */
const MIX_COUNT = 0x9e3779b1
const MIX_ACTIVE = 0x85ebca6b
const MIX_OBSERVED = 0xc2b2ae35

/**
 * Collapses customers with equal (x, t_x, T) into one weighted row, in the order in which they first occur; customers without a purchase are left
 * out. Spans in units of `daysPerUnit` days; not checked. Example: two customers with the same history give one row of weight 2.
 */
export function purchasePatterns({ purchaseCount, firstDay, lastDay, observedUntilDay }: Histories, daysPerUnit: number): PurchasePatterns {
  const rows = purchaseCount.length
  const counts = new Int32Array(rows)
  const activeDays = new Int32Array(rows)
  const observedDays = new Int32Array(rows)
  const weight = new Float64Array(rows)
  // Open addressing: a place holds the number of a pattern and one, 0 where it is empty; at most half of it is ever full.
  const places = 2 ** Math.ceil(Math.log2(2 * rows + 2))
  const table = new Int32Array(places)
  let size = 0
  for (let row = 0; row < rows; row++) {
    const x = purchaseCount[row]! - 1
    if (x < 0) continue
    const active = lastDay[row]! - firstDay[row]!
    const observed = observedUntilDay - firstDay[row]!
    let hash = Math.imul(x, MIX_COUNT) ^ Math.imul(active, MIX_ACTIVE) ^ Math.imul(observed, MIX_OBSERVED)
    hash = Math.imul(hash ^ (hash >>> 15), MIX_COUNT)
    let place = (hash ^ (hash >>> 13)) & (places - 1)
    for (;;) {
      const pattern = table[place]! - 1
      if (pattern < 0) {
        table[place] = size + 1
        counts[size] = x
        activeDays[size] = active
        observedDays[size] = observed
        weight[size++] = 1
        break
      }
      if (counts[pattern] === x && activeDays[pattern] === active && observedDays[pattern] === observed) {
        weight[pattern]!++
        break
      }
      place = (place + 1) & (places - 1)
    }
  }
  return {
    repeatPurchaseCount: counts.slice(0, size), activeSpan: inUnits(activeDays, size, daysPerUnit), observed: inUnits(observedDays, size, daysPerUnit),
    weight: weight.slice(0, size),
  }
}

/** A loop, because `Float64Array.from` with a function takes ten times as long. */
function inUnits(days: Int32Array, size: number, daysPerUnit: number): Float64Array {
  const units = new Float64Array(size)
  for (let row = 0; row < size; row++) units[row] = days[row]! / daysPerUnit
  return units
}

/** Every n-th pattern with its weight; n is not checked. Example: n 2 of four patterns gives the first and the third. */
export function everyNthPattern({ repeatPurchaseCount, activeSpan, observed, weight }: PurchasePatterns, n: number): PurchasePatterns {
  const chosen = (_: number, row: number) => row % n === 0
  return { repeatPurchaseCount: repeatPurchaseCount.filter(chosen), activeSpan: activeSpan.filter(chosen), observed: observed.filter(chosen), weight: weight.filter(chosen) }
}
