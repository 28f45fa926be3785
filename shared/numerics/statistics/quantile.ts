/**
 * The value below which a share of sorted values lies, with linear interpolation (Hyndman & Fan 1996, type 7); 0 for no values.
 * Example: half of [1, 2, 4] lies below 2.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return 0
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (position - below)
}

/** The values below which 10, 50 and 90 in a hundred draws lie; zeros for no draws. Example: of 0, 1, 2, 3 and 4: .4, 2 and 3.6. */
export function percentiles(draws: Float64Array): { readonly p10: number; readonly p50: number; readonly p90: number } {
  const sorted = draws.toSorted()
  return { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
}

/** The same in whole cents, of draws in cents. */
export function centsPercentiles(draws: Float64Array): { readonly p10: number; readonly p50: number; readonly p90: number } {
  const { p10, p50, p90 } = percentiles(draws)
  return { p10: Math.round(p10), p50: Math.round(p50), p90: Math.round(p90) }
}
