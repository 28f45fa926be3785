const MILLISECONDS_PER_DAY = 86_400_000
const MONTHS_PER_YEAR = 12

/**
 * Whole months between two day numbers, as a monthly payment counts them: on the same day of the month, or on the last one of a month that is too short.
 * 0 where `to` lies before `from`; NaN for what is no day. Example: from 31 January it is one month to 28 February 2023, and none to the 27th.
 */
export function wholeMonths(from: number, to: number): number {
  const start = new Date(from * MILLISECONDS_PER_DAY)
  const end = new Date(to * MILLISECONDS_PER_DAY)
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * MONTHS_PER_YEAR + end.getUTCMonth() - start.getUTCMonth()
  if (end.getUTCDate() >= start.getUTCDate()) return Math.max(0, months)
  const lastOfMonth = new Date((to + 1) * MILLISECONDS_PER_DAY).getUTCDate() === 1
  return Math.max(0, lastOfMonth ? months : months - 1)
}
