import type { TFunction } from 'i18next'
import type { RevenueMonths } from '../../../shared/contract/revenue.ts'
import type { Format } from '../../format.ts'

type Names = Pick<RevenueMonths, 'from' | 'until'>
type Bounds = { readonly firstDay: string | null; readonly lastDay: string | null }

/** `December 2011`, or `March 2011 to May 2011`. */
export function monthName({ from, until }: Names, t: TFunction<'revenue'>, format: Format): string {
  const name = (month: string) => format.month(`${month}-01`)
  return from === until ? name(from) : t('months.stretch', { from: name(from), until: name(until) })
}

const isLastOfMonth = (day: string): boolean => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1

/** Where the sales begin or end in the middle of a row's months, the row says so: it holds less than a whole month. `null` where it does not. */
export function incompleteNote({ from, until }: Names, { firstDay, lastDay }: Bounds, t: TFunction<'revenue'>, format: Format): string | null {
  const startsIn = firstDay !== null && firstDay.startsWith(from) && !firstDay.endsWith('-01')
  const endsIn = lastDay !== null && lastDay.startsWith(until) && !isLastOfMonth(lastDay)
  if (startsIn && endsIn) return t('months.both', { from: format.date(firstDay), until: format.date(lastDay) })
  if (startsIn) return t('months.from', { from: format.date(firstDay) })
  return endsIn ? t('months.until', { until: format.date(lastDay) }) : null
}
