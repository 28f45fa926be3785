import { useTranslation } from 'react-i18next'
import type { RankReason } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import styles from './CustomerPage.module.css'

const raises: Record<RankReason['kind'], boolean> = {
  'often': true, 'spends-more': true, 'recent': true, 'long-customer': true, 'seldom': false, 'spends-less': false, 'away-long': false, 'once-only': false,
}

/** In what this customer differs from the usual one, each with its figures. */
export function WhyThisRank({ reasons }: { readonly reasons: readonly RankReason[] }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const figure = (kind: RankReason['kind'], value: number): string => {
    switch (kind) {
      case 'spends-more': case 'spends-less': return format.moneyRounded(value)
      case 'recent': case 'away-long': case 'long-customer': return format.duration(value)
      case 'often': case 'seldom': case 'once-only': return format.number(value, 1)
      default: return kind satisfies never
    }
  }
  // A difference that vanishes in the figures as they are shown is no reason.
  const shown = reasons.filter(({ kind, own, typical }) => kind === 'once-only' || figure(kind, own) !== figure(kind, typical))
  if (shown.length === 0) return <p>{t('detail.why.none')}</p>
  return (
    <ul className={styles.reasons}>
      {shown.map(({ kind, own, typical, percentile }) => (
        <li key={kind}>
          <span className={`${styles.mark} ${raises[kind] ? styles.up : styles.down}`} aria-hidden="true">{raises[kind] ? '↑' : '↓'}</span>
          {t(kind === 'recent' && own === 0 ? 'detail.why.recentToday' : `detail.why.${kind}`, { own: figure(kind, own), typical: figure(kind, typical), percentile: format.number(Math.min(99, percentile)) })}
        </li>
      ))}
    </ul>
  )
}
