import { useTranslation } from 'react-i18next'
import type { Ranking } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { useForecastSentence } from '../forecast/use-forecast-sentence.ts'

/** How the sum over all customers came about, with its own figures. */
export function EquityExplanation({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation(['customers', 'forecast'])
  const format = useFormat()
  const inUse = useForecastSentence()
  const { method, residualTotal, realizedValueCents, customerEquityCents, forecast } = ranking
  const looksAhead = method === 'total-clv' || method === 'residual-clv'
  const sum = forecast?.method.kind === 'rule' ? 'rule' : ranking.basis === 'gross-profit' ? 'productMargin' : 'product'
  const months = format.months(ranking.horizonMonths)
  return (
    <>
      {method === 'total-clv' && <p>{t('customers:explain.equity', { months })}</p>}
      {method === 'residual-clv' && <p>{t('customers:explain.residual', { months })}</p>}
      {method === 'realized-value' && <p>{t('customers:explain.realized')}</p>}
      {method === 'basic-formula' && <p>{t('customers:explain.basic')}</p>}
      {method === 'total-clv' && residualTotal && (
        <table>
          <tbody>
            <tr><th scope="row">{t('customers:explain.soFar')}</th><td>{format.moneyExact(realizedValueCents)}</td></tr>
            <tr><th scope="row">{t('customers:explain.expected')}</th><td>{format.moneyExact(customerEquityCents - realizedValueCents)}</td></tr>
            <tr><th scope="row">{t('customers:explain.together')}</th><td><strong>{format.moneyExact(customerEquityCents)}</strong></td></tr>
          </tbody>
        </table>
      )}
      {looksAhead && forecast && <p>{t(`forecast:explain.${sum}`)} {inUse(forecast)}</p>}
      {looksAhead && residualTotal && (
        <p>{t('customers:explain.range', { low: format.moneyRounded(residualTotal.p10), high: format.moneyRounded(residualTotal.p90) })}</p>
      )}
      <p><small>{ranking.basis === 'gross-profit' ? t('customers:explain.margin') : t('customers:explain.noMargin')}</small></p>
    </>
  )
}
