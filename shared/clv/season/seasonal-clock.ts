import { DAYS_PER_WEEK, formatIsoDay } from '../../calendar.ts'
import type { PurchaseSummary } from '../../customers/sales-ledger.ts'

export const MONTHS = 12

/**
 * How fast a shop's clock runs in each calendar month (January first): 1.3 in a month in which people buy 30% more than in the average one. Buying and
 * leaving follow the clock instead of the calendar (time change of a counting process; Kingman 1993, ch. 4; SCIENCE: campaign formula 2 with k = 1): all models then hold as they are, on days of
 * the clock. The mean over the days of a year is 1.
 */
export type SeasonalClock = { readonly monthRates: Float64Array }

/** What the models of buying see of a summary and of the time ahead (weeks). */
export type TimedHistories = Pick<PurchaseSummary, 'purchaseCount' | 'firstDay' | 'lastDay' | 'observedUntilDay'> & {
  /** The first day of the shop's data. */
  readonly dataFirstDay: number
  readonly horizon: number
}

/** The calendar month of a day number, 0 for January. */
export function monthOf(day: number): number {
  return Number(formatIsoDay(day).slice(5, 7)) - 1
}

/** A function from days, between `from` and `to`, to what the clock shows at their end; it shows `from` on that day. */
function reading({ monthRates }: SeasonalClock, from: number, to: number): (day: number) => number {
  const shown = new Float64Array(Math.max(0, to - from) + 1)
  shown[0] = from
  for (let day = from + 1; day <= to; day++) shown[day - from] = shown[day - from - 1]! + monthRates[monthOf(day)]!
  return (day) => shown[day - from]!
}

/**
 * Purchase histories and a time to look ahead as the models see them: as they are without a clock; else in days of the clock, whole days for the histories and
 * weeks for the horizon. Customers without a purchase keep their -1. Example: with all months equal, nothing changes.
 */
export function timeHistories(summary: PurchaseSummary, clock: SeasonalClock | null, dataFirstDay: number, daysAhead: number): TimedHistories {
  const { purchaseCount, firstDay, lastDay, observedUntilDay } = summary
  if (!clock) return { purchaseCount, firstDay, lastDay, observedUntilDay, dataFirstDay, horizon: daysAhead / DAYS_PER_WEEK }
  const end = observedUntilDay + Math.ceil(daysAhead)
  const show = reading(clock, dataFirstDay, end)
  const whole = (day: number) => (day < 0 ? day : Math.round(show(day)))
  // The last, part day counts in part.
  const ahead = show(end) - (end - observedUntilDay - daysAhead) * clock.monthRates[monthOf(end)]! - show(observedUntilDay)
  return {
    purchaseCount, firstDay: firstDay.map(whole), lastDay: lastDay.map(whole), observedUntilDay: whole(observedUntilDay),
    dataFirstDay: whole(dataFirstDay), horizon: ahead / DAYS_PER_WEEK,
  }
}
