import { useTranslation } from 'react-i18next'
import type { FitSummary } from '../../shared/contract/customers.ts'
import { DAYS_PER_WEEK, DAYS_PER_YEAR } from '../../shared/calendar.ts'
import { useFormat } from '../format.ts'
import styles from './Curious.module.css'

/** The models in plain words with the shop's own fitted numbers. */
export function Curious({ fit }: { readonly fit: FitSummary }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { r, alpha, a, b } = fit.parameters
  const { p, q, gamma } = fit.spend.parameters
  const figure = (value: number): string => format.number(value, 3)
  const perYear = (r / alpha) * (DAYS_PER_YEAR / DAYS_PER_WEEK)
  return (
    <details className={styles.curious}>
      <summary>{t('detail.curious.title')}</summary>
      <div className={styles.text}>
        <p>{t('detail.curious.purchases', { r: figure(r), alpha: figure(alpha), a: figure(a), b: figure(b) })}</p>
        {perYear > 0 && a + b > 0 && Number.isFinite(perYear) && <p>{t('detail.curious.pace', { perYear: format.number(perYear, 1), dropout: format.percent(a / (a + b)) })}</p>}
        <p>{t('detail.curious.spend', { p: figure(p), q: figure(q), gamma: figure(gamma), customers: format.number(fit.spend.customers) })}</p>
        <p>{t('detail.curious.quality', { customers: format.number(fit.customers), iterations: format.number(fit.iterations), logLikelihood: format.number(fit.logLikelihood, 1) })}</p>
      </div>
    </details>
  )
}
