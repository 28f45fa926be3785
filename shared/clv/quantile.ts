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
