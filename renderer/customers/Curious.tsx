import { useTranslation } from 'react-i18next'
import type { FitSummary } from '../../shared/contract/customers.ts'
import type { ForecastSummary } from '../../shared/contract/forecast.ts'
import { DAYS_PER_WEEK, DAYS_PER_YEAR } from '../../shared/calendar.ts'
import { useFormat } from '../format.ts'
import { hasOwnChance, wayOf } from './forecast/method-words.ts'
import { useForecastSentence } from './forecast/use-forecast-sentence.ts'
import styles from './Curious.module.css'

type Props = { readonly fit: FitSummary, readonly forecast: ForecastSummary | null }

/** The models in plain words with the shop's own fitted numbers. */
export function Curious({ fit, forecast }: Props) {
  const { t } = useTranslation(['customers', 'forecast'])
  const format = useFormat()
  const { r, alpha, a, b } = fit.parameters
  const { p, q, gamma } = fit.spend.parameters
  const figure = (value: number): string => format.number(value, 3)
  const perYear = (r / alpha) * (DAYS_PER_YEAR / DAYS_PER_WEEK)
  const method = forecast?.method
  return (
    <details className={styles.curious}>
      <summary>{t('customers:detail.curious.title')}</summary>
      <div className={styles.text}>
        {forecast && <InUse forecast={forecast} tellsChance={!fit.atBoundary} />}
        <p>{t('customers:detail.curious.purchases', { r: figure(r), alpha: figure(alpha), a: figure(a), b: figure(b) })}</p>
        {perYear > 0 && a + b > 0 && Number.isFinite(perYear) && <p>{t('customers:detail.curious.pace', { perYear: format.number(perYear, 1), dropout: format.percent(a / (a + b)) })}</p>}
        {fit.isShrunk && <p>{t('customers:detail.curious.shrunk')}</p>}
        {method?.kind === 'model' && method.spend !== 'gamma-gamma' && <p>{t('customers:detail.curious.spendInUse', { spend: t(`forecast:ways.spendNames.${method.spend}`) })}</p>}
        <p>{t('customers:detail.curious.spend', { p: figure(p), q: figure(q), gamma: figure(gamma), customers: format.number(fit.spend.customers) })}</p>
        {fit.spend.correlation === 'strong' && <p>{t('customers:detail.curious.correlated')}</p>}
        <p>{t('customers:detail.curious.quality', { customers: format.number(fit.customers), iterations: format.number(fit.iterations), logLikelihood: format.number(fit.logLikelihood, 1) })}</p>
      </div>
    </details>
  )
}

/** The forecast method, and what MBG/NBD is still for where that is another. */
function InUse({ forecast, tellsChance }: { readonly forecast: ForecastSummary, readonly tellsChance: boolean }) {
  const { t } = useTranslation('customers')
  const sentence = useForecastSentence()
  const { method } = forecast
  const isShopFit = wayOf(method) === 'mbg-nbd' && !(method.kind === 'model' && method.isSeasonal)
  return (
    <>
      <p>{sentence(forecast)}</p>
      <p>
        {t(isShopFit ? 'detail.curious.campaignsToo' : 'detail.curious.campaigns')}
        {tellsChance && ` ${t(isShopFit || !hasOwnChance(method) ? 'detail.curious.chanceShared' : 'detail.curious.chanceOwn')}`}
      </p>
    </>
  )
}
