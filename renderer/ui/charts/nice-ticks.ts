/**
 * Round values for an axis that hold zero and everything from `low` to `high`, in at most `most` steps of 1, 2 or 5 times a power
 * of ten. Example: `niceTicks(-105, 160, 4)` is [-200, -100, 0, 100, 200].
 */
export function niceTicks(low: number, high: number, most: number): number[] {
  const least = Math.min(0, low)
  const width = Math.max(0, high) - least
  if (!(width > 0)) return [0]
  const size = 10 ** Math.floor(Math.log10(width / most))
  const step = size * ([1, 2, 5].find((factor) => factor * size * most >= width) ?? 10)
  const first = Math.floor(least / step)
  const last = Math.ceil(Math.max(0, high) / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}
