import { formatIsoDay } from '../calendar.ts'
import type { QualityFacts } from './quality-facts.ts'

/**
 * The day of the month (1-31) that most orders are on, how many those are, and over how many months the orders spread; zeros without orders.
 * `ordersOnDay` holds a count per day number. Example: two orders on 1 January 1970, one on 1 February: day 1, three orders, two months.
 */
export function countDaysOfMonth(ordersOnDay: ReadonlyMap<number, number>): QualityFacts['commonestDay'] {
  const months = new Set<string>()
  const perDay = new Float64Array(32)
  for (const [day, orders] of ordersOnDay) {
    const date = formatIsoDay(day)
    months.add(date.slice(0, 7))
    perDay[Number(date.slice(8))]! += orders
  }
  const most = Math.max(...perDay)
  return { dayOfMonth: Math.max(0, perDay.indexOf(most)), orders: most, months: months.size }
}
