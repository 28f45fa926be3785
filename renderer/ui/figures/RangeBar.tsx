import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import styles from './RangeBar.module.css'

type Props = {
  readonly soFarCents: number
  /** `null` where no estimate is possible. */
  readonly expectedCents: number | null
  /** Range of the expected part alone. */
  readonly range: { readonly p10: number, readonly p90: number } | null
  /** What the whole width stands for. */
  readonly maxCents: number
}

const share = (cents: number, max: number): number => max > 0 ? Math.min(100, Math.max(0, (cents / max) * 100)) : 0

/** Value so far, a lighter bar for what is expected, and a whisker for its range. Zero is at the left. */
export function RangeBar({ soFarCents, expectedCents, range, maxCents }: Props) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const soFar = share(soFarCents, maxCents)
  const total = share(soFarCents + (expectedCents ?? 0), maxCents)
  const low = range ? share(soFarCents + range.p10, maxCents) : total
  const high = range ? share(soFarCents + range.p90, maxCents) : total
  const words = { soFar: format.moneyRounded(soFarCents), expected: format.moneyRounded(expectedCents ?? 0) }
  const label = expectedCents === null
    ? t('bar.labelSoFar', { soFar: words.soFar })
    : range
      ? t('bar.labelRange', { ...words, low: format.moneyRounded(range.p10), high: format.moneyRounded(range.p90) })
      : t('bar.label', words)
  return (
    <div className={styles.bar} title={label}>
      <span className="visually-hidden">{label}</span>
      <span className={styles.soFar} style={{ width: `${soFar}%` }} />
      <span className={styles.expected} style={{ left: `${soFar}%`, width: `${Math.max(0, total - soFar)}%` }} />
      {range && <span className={`${styles.whisker} ${soFarCents + range.p90 > maxCents ? styles.open : ''}`} style={{ left: `${low}%`, width: `${Math.max(0, high - low)}%` }} />}
    </div>
  )
}
