import { DAYS_PER_WEEK, DAYS_PER_YEAR } from '../calendar.ts'

const WEEKS_PER_YEAR = DAYS_PER_YEAR / DAYS_PER_WEEK
const MONTHS_PER_YEAR = 12

/**
 * The continuous rate per week with the same effect as a yearly rate: ln(1 + yearly) / 52.1786.
 * Example: 15% a year is .0026785 a week (the BTYD examples round it to .0027).
 */
export function weeklyDiscountRate(annualDiscountRate: number): number {
  return Math.log1p(annualDiscountRate) / WEEKS_PER_YEAR
}

/** Months as weeks: 365.25 / 12 / 7 weeks a month. Example: 12 months are 52.1786 weeks. */
export function weeksOfMonths(months: number): number {
  return (months * WEEKS_PER_YEAR) / MONTHS_PER_YEAR
}
