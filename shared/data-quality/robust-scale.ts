import { quantile } from '../numerics/statistics/quantile.ts'

export type RobustScale = { readonly median: number; readonly scale: number }

/** The middle value, half-way between the two middle ones where there is no single one; 0 for no values, NaN counts as the largest. Example: of 1, 2, 3 and 10 it is 2.5. */
export function median(values: ArrayLike<number>): number {
  return quantile(new Float64Array(values).sort(), 0.5)
}

/** The median absolute deviation of normally distributed values is this part of their standard deviation. */
const MAD_OF_NORMAL = 0.6745
/** And their mean absolute deviation times this, the root of half pi, is their standard deviation. */
const NORMAL_OF_MEAN_DEVIATION = 1.253314

/**
 * Where values lie and how far they spread, hardly moved by a few extreme ones: median, and median absolute deviation over 0.6745. Where
 * more than half of the values are the same that is zero, and 1.253314 times the mean absolute deviation stands in. In the
 * unit of the values; both 0 for no values. Source: Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers (the distance to the
 * median in these scales is their modified z-score).
 * Example: 2.1 2.6 2.4 2.5 2.3 2.1 2.3 2.6 8.2 8.3 have median 2.45 and scale 0.2224; 8.2 lies 25.9 scales off.
 */
export function robustScale(values: Float64Array): RobustScale {
  const middle = median(values)
  const deviations = values.map((value) => Math.abs(value - middle))
  const scale = median(deviations) / MAD_OF_NORMAL
  if (scale > 0 || values.length === 0) return { median: middle, scale }
  return { median: middle, scale: NORMAL_OF_MEAN_DEVIATION * deviations.reduce((sum, deviation) => sum + deviation, 0) / values.length }
}
