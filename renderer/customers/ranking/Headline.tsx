import { useTranslation } from 'react-i18next'
import type { Ranking } from '../../../shared/contract/customers.ts'
import { roundAsSaid, useFormat } from '../../format.ts'
import { KeyFigure, KeyFigures } from '../../ui/figures/KeyFigure.tsx'
import { useRangeWords } from '../../ui/figures/use-range-words.ts'
import { Explain } from '../../ui/messages/Explain.tsx'
import { equityRange } from '../customer-words.ts'
import { EquityExplanation } from './EquityExplanation.tsx'

/** Whether saying it the way people do leaves something out. */
function isRounded(cents: number): boolean {
  return Math.round(roundAsSaid(cents / 100) * 100) !== Math.round(cents)
}

/** Four figures about everyone, whatever the search. */
export function Headline({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation(['customers', 'frame'])
  const format = useFormat()
  const { method, customerEquityCents, total, horizonMonths, fit } = ranking
  // Where nobody can be seen to leave, everyone would count as a customer still: that says nothing.
  const active = fit?.atBoundary ? null : ranking.expectedActiveCustomers
  const range = equityRange(ranking)
  const basis = t(`customers:basis.${ranking.basis}`)
  const average = customerEquityCents / Math.max(1, total)
  const isEstimate = method === 'total-clv' || method === 'residual-clv'
  const rangeWords = useRangeWords()
  const exactly = (cents: number): string => t('frame:exactly', { amount: format.moneyExact(cents) })
  const title = t(`customers:headline.${method}`)
  return (
    <KeyFigures>
      <KeyFigure
        label={title} isAbout={isEstimate || isRounded(customerEquityCents)} value={format.moneyRounded(customerEquityCents)} exact={exactly(customerEquityCents)}
        range={range && rangeWords(range)}
        note={isEstimate && fit
          ? t('customers:headline.estimate', { basis, months: format.months(horizonMonths) })
          : t('customers:headline.fact', { basis })}
        explain={<Explain title={title}><EquityExplanation ranking={ranking} /></Explain>}
      />
      <KeyFigure
        label={t('customers:headline.average')} isAbout={isEstimate || isRounded(average)} value={format.moneyRounded(average)} exact={exactly(average)}
        range={range && rangeWords({ p10: range.p10 / Math.max(1, total), p90: range.p90 / Math.max(1, total) })}
        explain={(
          <Explain title={t('customers:headline.average')}>
            <p>{t('customers:explain.average', { total: format.moneyExact(customerEquityCents), customers: format.number(total), average: format.moneyExact(average) })}</p>
          </Explain>
        )}
      />
      <KeyFigure
        label={t('customers:headline.customers')} value={format.number(total)}
        note={t('customers:headline.identified', { share: format.percentFine(ranking.identifiedRevenueShare) })}
        explain={(
          <Explain title={t('customers:headline.customers')}>
            <p>{t('customers:explain.customers', { until: format.date(ranking.observedUntil) })}</p>
          </Explain>
        )}
      />
      <KeyFigure
        label={t('customers:headline.active')}
        isAbout={active !== null} value={active === null ? '–' : format.number(Math.round(active))}
        note={active === null ? t(fit ? 'customers:headline.activeUnseen' : 'customers:headline.activeUnknown') : t('customers:headline.activeNote', { share: format.percent(active / Math.max(1, total)) })}
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
