import { useTranslation } from 'react-i18next'
import type { Ranking } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { failureText } from '../../frame/notices-store.ts'
import { Notice } from '../../ui/messages/Notice.tsx'
import { Curious } from '../Curious.tsx'
import styles from './RankingPage.module.css'

/** What the estimates rest on, and when not to lean on them. */
export function Quality({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { fit, horizonMonths, observedUntil } = ranking
  if (fit === null) return <Notice kind="warning" title={t('quality.noFit')}>{failureText({ code: 'fit-not-possible' })}</Notice>
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
