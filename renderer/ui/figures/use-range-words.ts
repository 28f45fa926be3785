import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '../../format.ts'

type Range = { readonly p10: number, readonly p90: number }
type Words = ReturnType<typeof useTranslation<'frame'>>['t']

/** "probably € 1.200 to € 5.900"; one amount where both ends round to it, and "probably nothing" where that is zero. */
export function rangeWords(range: Range, t: Words, format: Format): string {
  const low = format.moneyRounded(range.p10)
  const high = format.moneyRounded(range.p90)
  if (low !== high) return t('range', { low, high })
  return Math.round(range.p90) === 0 ? t('rangeNothing') : t('rangeSame', { amount: low })
}

export function useRangeWords(): (range: Range) => string {
  const { t } = useTranslation('frame')
  const format = useFormat()
  return (range) => rangeWords(range, t, format)
}
