/** Calendar days as whole numbers: days since 1970-01-01, without time zones, so that no clock change can move a sale. */

export const MILLISECONDS_PER_DAY = 86_400_000
export const DAYS_PER_WEEK = 7
export const DAYS_PER_YEAR = 365.25

/** The day number of a year, month (1-12) and day of the month; `null` where there is no such day (30 February). */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const sameDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return sameDay ? date.getTime() / MILLISECONDS_PER_DAY : null
}

/** Reads `YYYY-MM-DD`; `null` where it is no such date. Example: `parseIsoDay('1970-01-02')` is 1. */
export function parseIsoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Writes a day number as `YYYY-MM-DD`. Example: `formatIsoDay(1)` is '1970-01-02'. */
export function formatIsoDay(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10)
}
