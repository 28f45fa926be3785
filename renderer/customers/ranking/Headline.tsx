import { useTranslation } from 'react-i18next'
import type { Ranking } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { KeyFigure, KeyFigures } from '../../ui/figures/KeyFigure.tsx'
import { Explain } from '../../ui/messages/Explain.tsx'
import { equityRange } from '../customer-words.ts'
import { EquityExplanation } from './EquityExplanation.tsx'

/** Four figures about everyone, whatever the search. */
export function Headline({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation(['customers', 'frame'])
  const format = useFormat()
  const { method, customerEquityCents, total, expectedActiveCustomers: active, horizonMonths } = ranking
  const range = equityRange(ranking)
  const basis = t(`customers:basis.${ranking.basis}`)
  const average = customerEquityCents / Math.max(1, total)
  const isEstimate = method === 'total-clv' || method === 'residual-clv'
  const about = (cents: number): string => t('frame:about', { amount: format.moneyRounded(cents) })
  const exactly = (cents: number): string => t('frame:exactly', { amount: format.moneyExact(cents) })
  const title = t(`customers:headline.${method}`)
  return (
    <KeyFigures>
      <KeyFigure
        label={title} value={about(customerEquityCents)} exact={exactly(customerEquityCents)}
        range={range && t('frame:range', { low: format.moneyRounded(range.p10), high: format.moneyRounded(range.p90) })}
        note={isEstimate && ranking.fit
          ? t('customers:headline.estimate', { basis, months: format.months(horizonMonths) })
          : t('customers:headline.fact', { basis })}
        explain={<Explain title={title}><EquityExplanation ranking={ranking} /></Explain>}
      />
      <KeyFigure
        label={t('customers:headline.average')} value={about(average)} exact={exactly(average)}
        range={range && t('frame:range', { low: format.moneyRounded(range.p10 / Math.max(1, total)), high: format.moneyRounded(range.p90 / Math.max(1, total)) })}
        explain={(
          <Explain title={t('customers:headline.average')}>
            <p>{t('customers:explain.average', { total: format.moneyExact(customerEquityCents), customers: format.number(total), average: format.moneyExact(average) })}</p>
          </Explain>
        )}
      />
      <KeyFigure
        label={t('customers:headline.customers')} value={format.number(total)}
        explain={(
          <Explain title={t('customers:headline.customers')}>
            <p>{t('customers:explain.customers', { until: format.date(ranking.observedUntil) })}</p>
          </Explain>
        )}
      />
      <KeyFigure
        label={t('customers:headline.active')}
        value={active === null ? '–' : t('frame:about', { amount: format.number(Math.round(active)) })}
        note={active === null ? t('customers:headline.activeUnknown') : t('customers:headline.activeNote', { share: format.percent(active / Math.max(1, total)) })}
        explain={active !== null && (
          <Explain title={t('customers:headline.active')}>
            <p>{t('customers:explain.active', { active: format.number(active), customers: format.number(total) })}</p>
            <p>{t('customers:explain.chanceBasis')}</p>
          </Explain>
        )}
      />
    </KeyFigures>
  )
}
