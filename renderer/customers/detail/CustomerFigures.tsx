import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { KeyFigure, KeyFigures } from '../../ui/figures/KeyFigure.tsx'
import { useRangeWords } from '../../ui/figures/use-range-words.ts'
import { Explain } from '../../ui/messages/Explain.tsx'
import { ForecastLink } from '../forecast/ForecastLink.tsx'
import { chanceWord, nextPurchase, observedUntil, totalRange } from '../customer-words.ts'
import { BasicFormulaExplanation, ChanceExplanation, RealizedExplanation, ResidualExplanation, TotalExplanation } from './explanations.tsx'

/** What this customer brought and is expected to bring; every figure says how it was computed. */
export function CustomerFigures({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation(['customers', 'frame'])
  const format = useFormat()
  const rangeWords = useRangeWords()
  const { customer, inputs } = detail
  const rounded = (cents: number | null): string => cents === null ? '–' : format.moneyRounded(cents)
  const exactly = (cents: number | null): string | undefined => cents === null ? undefined : t('frame:exactly', { amount: format.moneyExact(cents) })
  const inBasis = t('customers:headline.fact', { basis: t(`customers:basis.${detail.basis}`) })
  const label = (figure: 'realized' | 'residual' | 'total' | 'basic' | 'chance' | 'next'): string => t(`customers:detail.figures.${figure}`)
  const total = totalRange(customer)
  const next = nextPurchase(customer, observedUntil(customer))
  return (
    <KeyFigures most={3}>
      <KeyFigure
        label={label('realized')} value={format.moneyRounded(customer.realizedValueCents)} exact={exactly(customer.realizedValueCents)} note={inBasis}
        explain={<Explain title={label('realized')}><RealizedExplanation detail={detail} /></Explain>}
      />
      <KeyFigure
        label={label('residual')} isAbout={customer.residualClvCents !== null} value={rounded(customer.residualClvCents)} exact={exactly(customer.residualClvCents)} range={customer.residualRange && rangeWords(customer.residualRange)}
        note={customer.residualClvCents === null ? t('customers:detail.noEstimate') : t('customers:headline.estimate', { basis: t(`customers:basis.${detail.basis}`), months: format.months(inputs.horizonMonths) })}
        explain={<><Explain title={label('residual')}><ResidualExplanation detail={detail} /></Explain>{customer.residualClvCents !== null && <ForecastLink />}</>}
      />
      {customer.totalClvCents !== null && (
        <KeyFigure
          label={label('total')} isAbout value={rounded(customer.totalClvCents)} exact={exactly(customer.totalClvCents)} range={total && rangeWords(total)}
          explain={<Explain title={label('total')}><TotalExplanation detail={detail} /></Explain>}
        />
      )}
      {customer.probabilityAlive !== null && !detail.fit?.atBoundary && (
        <KeyFigure
          label={label('chance')} value={format.percent(customer.probabilityAlive)} note={t(`customers:chances.${chanceWord(customer.probabilityAlive)}`)}
          explain={<Explain title={label('chance')}><ChanceExplanation detail={detail} /></Explain>}
        />
      )}
      {next.kind !== 'not-expected' && (
        <KeyFigure
          label={label('next')} value={format.date(next.on)} note={next.kind === 'overdue' ? t('customers:overdue') : t('frame:estimate')}
          explain={(
            <Explain title={label('next')}>
              <p>{t('customers:detail.explain.next')}</p>
              {detail.nextPurchase && <p>{t('customers:detail.explain.nextLikely', { half: format.date(detail.nextPurchase.halfBy), most: format.date(detail.nextPurchase.mostBy) })}</p>}
            </Explain>
          )}
        />
      )}
      {customer.basicFormulaCents !== null && (
        <KeyFigure
          label={label('basic')} isAbout value={rounded(customer.basicFormulaCents)} exact={exactly(customer.basicFormulaCents)} note={inBasis}
          explain={<Explain title={label('basic')}><BasicFormulaExplanation detail={detail} /></Explain>}
        />
      )}
    </KeyFigures>
  )
}
