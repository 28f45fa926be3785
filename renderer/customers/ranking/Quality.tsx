import { useTranslation } from 'react-i18next'
import type { FitSummary, Ranking } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { Notice } from '../../ui/messages/Notice.tsx'
import { Curious } from '../Curious.tsx'
import { ForecastLink } from '../forecast/ForecastLink.tsx'
import { useForecastSentence } from '../forecast/use-forecast-sentence.ts'
import styles from './RankingPage.module.css'

/** When not to lean on the estimates; it stands before them. */
export function Doubts({ fit }: { readonly fit: FitSummary }) {
  const { t } = useTranslation('customers')
  if (fit.atBoundary) return <Notice kind="warning" title={t('quality.atBoundaryTitle')}>{t('quality.atBoundary')}</Notice>
  if (fit.converged && fit.spend.converged) return null
  return <Notice kind="warning">{t('quality.notConverged')}</Notice>
}

/** What the estimates rest on. */
export function Quality({ fit, ranking }: { readonly fit: FitSummary, readonly ranking: Ranking }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { horizonMonths, observedUntil, forecast } = ranking
  const inUse = useForecastSentence()
  return (
    <aside className={styles.quality} aria-label={t('quality.label')}>
      <p className={styles.qualityText}>
        {t('quality.basis', { customers: format.number(fit.customers), until: format.date(observedUntil), months: format.months(horizonMonths) })}
        {forecast && ` ${inUse(forecast)}`}
      </p>
      <div className={styles.doors}>
        {forecast && <ForecastLink />}
        <Curious fit={fit} forecast={forecast} />
      </div>
    </aside>
  )
}
