import { quantile } from '../../numerics/statistics/quantile.ts'
import { assertNever } from '../../result.ts'
import { check } from '../inputs.ts'

/** Which values to leave out of an average (F15): none, a share of the lowest and the same share of the highest, or those beyond Tukey's fences. */
export type OutlierRule = { readonly kind: 'none' } | { readonly kind: 'trim'; readonly share: number } | { readonly kind: 'iqr' }

export type WithoutOutliers = {
  /** Positions of the values, ascending. */
  readonly kept: Int32Array
  readonly dropped: Int32Array
  /** In the unit of the values; `null` for no values. */
  readonly averageBefore: number | null
  readonly averageAfter: number | null
}

/** Tukey's inner fences: so many interquartile ranges beyond the quartiles. */
const FENCE = 1.5
/** 29% of a hundred values are 29, whatever .29 x 100 is rounded to. */
const ROUNDING = 1e-9

function average(values: Float64Array): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Which positions stay; of equal values at the edge of a trim the first ones count as lower. */
function keeps(values: Float64Array, rule: OutlierRule): (position: number) => boolean {
  switch (rule.kind) {
    case 'none': return () => true
    case 'trim': {
      check('between 0 and 1', { share: rule.share })
      if (rule.share >= 0.5) throw new RangeError(`share must be below .5, not ${rule.share}`)
      const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!)
      const off = Math.floor(rule.share * values.length + ROUNDING)
      const inside = new Set(order.subarray(off, values.length - off))
      return (position) => inside.has(position)
    }
    case 'iqr': {
      const sorted = values.toSorted()
      const low = quantile(sorted, 0.25)
      const high = quantile(sorted, 0.75)
      const reach = FENCE * (high - low)
      return (position) => values[position]! >= low - reach && values[position]! <= high + reach
    }
    default: return assertNever(rule)
  }
}

/**
 * An average before and after leaving out outliers, and which values those were (F15). Trim: the share off each end, rounded down to whole values
 * (as R's `mean(x, trim)`). IQR: beyond 1.5 interquartile ranges from the quartiles (Tukey 1977, Exploratory Data Analysis, ch. 2; quartiles by
 * `quantile`). Without values both averages are `null`. RangeError for a share outside 0 to .5 or a value that is no number.
 * Example: 0 to 10 and 50 average 8.75; trimmed by .1 they are 1 to 10 and average 5.5 (R's own example).
 */
export function withoutOutliers(values: Float64Array, rule: OutlierRule): WithoutOutliers {
  values.forEach((value, position) => {
    if (!Number.isFinite(value)) throw new RangeError(`values must be numbers, not ${value} at ${position}`)
  })
  const keep = keeps(values, rule)
  const positions = Int32Array.from(values.keys())
  const kept = positions.filter((position) => keep(position))
  return {
    kept, dropped: positions.filter((position) => !keep(position)),
    averageBefore: average(values), averageAfter: average(Float64Array.from(kept, (position) => values[position]!)),
  }
}
