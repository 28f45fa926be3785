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
  const notes = [
    ...(firstDay !== null && firstDay.startsWith(from) && !firstDay.endsWith('-01') ? [t('months.from', { date: format.date(firstDay) })] : []),
    ...(lastDay !== null && lastDay.startsWith(until) && !isLastOfMonth(lastDay) ? [t('months.until', { date: format.date(lastDay) })] : []),
  ]
  return notes.length > 0 ? notes.join(' ') : null
}
