import { sampleWarning, type TooFew } from '../../calculators/lifespan/sample.ts'
import { wholeCents } from '../../clv/formulas/historic.ts'
import { possibleMethod, valuesBy } from '../../clv/rank.ts'
import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import type { Basis, ClvMethod } from '../../contract/customers.ts'
import { differenceBetween, type Difference } from './difference.ts'

/** Customers taken together, and what they are worth by the method and in the basis of their segmentation. */
export type Segment<Key extends string> = {
  readonly key: Key
  /** Rows of the valued customers. */
  readonly rows: Int32Array
  readonly totalCents: number
  /** In whole cents; `null` for a segment of nobody. */
  readonly averageCents: number | null
  /** Of all segments together; `null` where those come to nothing or less. Beyond 0 to 1 where somebody got more back than was paid. */
  readonly shareOfValue: number | null
  /** Under 20 customers its average means little (F14, B6), under 100 it is too small to plan on (C25); else `null`. */
  readonly warning: TooFew['kind'] | null
}

/** Every customer in at most one segment; a segment of nobody is there too, so that the list never changes its shape. */
export type Segmentation<Key extends string> = {
  /** What can be computed: value so far where the history is too thin for the method asked (rank.ts). */
  readonly method: ClvMethod
  readonly basis: Basis
  readonly segments: readonly Segment<Key>[]
  /** Whether the segments differ in value; `null` where that cannot be tested, or where they were cut by that value. */
  readonly difference: Difference | null
}

/** Stands for no segment among the positions given to `segmentsOf`. */
export const NO_SEGMENT = 255

/**
 * Segments of known rows, valued by the method (or by value so far where it is not possible), in whole cents: totals are the exact sums of
 * their rows. Rows keep their order. Whether the segments differ is not tested here.
 * Example: rows worth 300 and 500 cents: total 800, average 400.
 */
export function segmentsOfRows<Key extends string>(
  valued: ValuedCustomers, method: ClvMethod, parts: readonly { readonly key: Key; readonly rows: Int32Array }[],
): Segmentation<Key> {
  const values = valuesBy(valued, method)
  const totals = parts.map(({ rows }) => rows.reduce((sum, row) => sum + values[row]!, 0))
  const whole = totals.reduce((sum, total) => sum + total, 0)
  const segments = parts.map(({ key, rows }, position): Segment<Key> => {
    const totalCents = totals[position]!
    return {
      key, rows, totalCents,
      averageCents: rows.length > 0 ? wholeCents(totalCents / rows.length) : null,
      shareOfValue: whole > 0 ? totalCents / whole : null,
      warning: (sampleWarning(rows.length, 'average') ?? sampleWarning(rows.length, 'segment'))?.kind ?? null,
    }
  })
  return { method: possibleMethod(valued, method), basis: valued.basis, segments, difference: null }
}

/**
 * Segments from one position in `keys` per customer (NO_SEGMENT: in none), with the test of their difference in value. Rows in the order of
 * the customers. Linear in their number, but for the sorting that the test does. Example: positions 1, 0, 1: segments of rows [1] and [0, 2].
 */
export function segmentsOf<Key extends string>(valued: ValuedCustomers, method: ClvMethod, keys: readonly Key[], positionOf: Uint8Array): Segmentation<Key> {
  const sizes = new Int32Array(keys.length)
  for (const position of positionOf) if (position < keys.length) sizes[position]!++
  const rowsOf = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(keys.length)
  positionOf.forEach((position, row) => {
    const rows = rowsOf[position]
    if (rows) rows[filled[position]!++] = row
  })
  const segmentation = segmentsOfRows(valued, method, keys.map((key, position) => ({ key, rows: rowsOf[position]! })))
  return { ...segmentation, difference: differenceBetween(valuesBy(valued, method), rowsOf) }
}
