import { useTranslation } from 'react-i18next'
import type { FitSummary, Ranking } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { Notice } from '../../ui/messages/Notice.tsx'
import { Curious } from '../Curious.tsx'
import styles from './RankingPage.module.css'

/** What the estimates rest on, and when not to lean on them. */
export function Quality({ fit, ranking }: { readonly fit: FitSummary, readonly ranking: Ranking }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { horizonMonths, observedUntil } = ranking
  return (
    <aside className={styles.quality} aria-label={t('quality.label')}>
      {!(fit.converged && fit.spend.converged) && <Notice kind="warning">{t('quality.notConverged')}</Notice>}
      {fit.atBoundary && <Notice kind="warning">{t('quality.atBoundary')}</Notice>}
      <p className={styles.qualityText}>
        {t('quality.basis', { customers: format.number(fit.customers), until: format.date(observedUntil), months: format.months(horizonMonths) })}
      </p>
      <Curious fit={fit} />
    </aside>
  )
}
