import { useTranslation } from 'react-i18next'
import type { Ranking } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'

/** How the sum over all customers came about, with its own figures. */
export function EquityExplanation({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { method, residualTotal, realizedValueCents, customerEquityCents } = ranking
  const months = format.months(ranking.horizonMonths)
  return (
    <>
      {method === 'total-clv' && <p>{t('explain.equity', { months })}</p>}
      {method === 'residual-clv' && <p>{t('explain.residual', { months })}</p>}
      {method === 'realized-value' && <p>{t('explain.realized')}</p>}
      {method === 'basic-formula' && <p>{t('explain.basic')}</p>}
      {method === 'total-clv' && residualTotal && (
        <table>
          <tbody>
            <tr><th scope="row">{t('explain.soFar')}</th><td>{format.moneyExact(realizedValueCents)}</td></tr>
            <tr><th scope="row">{t('explain.expected')}</th><td>{format.moneyExact(customerEquityCents - realizedValueCents)}</td></tr>
            <tr><th scope="row">{t('explain.together')}</th><td><strong>{format.moneyExact(customerEquityCents)}</strong></td></tr>
          </tbody>
        </table>
      )}
      {(method === 'total-clv' || method === 'residual-clv') && residualTotal && (
        <p>{t('explain.range', { low: format.moneyRounded(residualTotal.p10), high: format.moneyRounded(residualTotal.p90) })}</p>
      )}
      <p><small>{ranking.basis === 'gross-profit' ? t('explain.margin') : t('explain.noMargin')}</small></p>
    </>
  )
}
