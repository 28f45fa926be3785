import { parseIsoDay } from '../../../../shared/calendar.ts'

/** Orders may be for later, a booking or a subscription, but not for much later. */
const DAYS_AHEAD = 366

/** The day number after which a date is a slip of the pen. */
export function latestDay(): number {
  return (parseIsoDay(new Date().toISOString().slice(0, 10)) ?? Infinity) + DAYS_AHEAD
}
