import type { ValuedCustomers } from '../valued-customers.ts'
import { predictiveRange } from './predictive-range.ts'

/** The low and the high end (P10, P90) of what is expected of some customers, whole cents in the basis; NaN where no estimate is possible. */
export type RangeColumns = { readonly p10: Float64Array; readonly p90: Float64Array }

/**
 * The ranges of many customers (predictive-range.ts), for a thread that nobody waits for: some half a millisecond each. `rows` are rows of `valued`.
 * Example: a customer who is surely gone has 0 and 0.
 */
export function rangeColumns({ valued, rows }: { readonly valued: ValuedCustomers; readonly rows: Int32Array }): RangeColumns {
  const p10 = new Float64Array(rows.length).fill(Number.NaN)
  const p90 = p10.slice()
  for (const [at, row] of rows.entries()) {
    const range = predictiveRange(valued, row)
    if (range === null) continue
    p10[at] = range.p10
    p90[at] = range.p90
  }
  return { p10, p90 }
}
