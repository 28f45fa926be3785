import type { DateOrder, DecimalMark } from '../../../shared/contract/data.ts'

/**
 * An ambiguous date as it reads with the day or the month first: `2024-04-03` and `2024-03-04` for `03-04-2024`.
 * `null` where the text is no such date; two-digit years are of this century.
 */
export function dateReading(example: string, order: Extract<DateOrder, 'dmy' | 'mdy'>): string | null {
  const found = /^\s*(\d{1,2})\D(\d{1,2})\D(\d{4}|\d{2})(?!\d)/.exec(example)
  if (!found) return null
  const [, first = '', second = '', year = ''] = found
  const [day, month] = order === 'dmy' ? [first, second] : [second, first]
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** An ambiguous amount as it reads with this mark before the cents, in cents: `1.234` is 123400 or 123. `null` where it is no amount. */
export function amountReading(example: string, mark: DecimalMark): number | null {
  const digits = example.replaceAll(/[^\d.,-]/g, '')
  const plain = mark === ',' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '')
  if (plain === '' || Number.isNaN(Number(plain))) return null
  return Math.round(Number(plain) * 100)
}
