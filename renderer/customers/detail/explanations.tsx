import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { useForecastSentence } from '../forecast/use-forecast-sentence.ts'

type Props = { readonly detail: CustomerDetail }

/** A sum the owner can follow: a line a step, the outcome last. */
function Steps({ steps, outcome }: { readonly steps: readonly (readonly [string, string] | null)[], readonly outcome: readonly [string, string] }) {
  return (
    <table>
      <tbody>
        {steps.map((step) => step && <tr key={step[0]}><th scope="row">{step[0]}</th><td>{step[1]}</td></tr>)}
        <tr><th scope="row"><strong>{outcome[0]}</strong></th><td><strong>{outcome[1]}</strong></td></tr>
      </tbody>
    </table>
  )
}

function BasisNote({ detail }: Props): ReactNode {
  const { t } = useTranslation('customers')
  return <p><small>{detail.basis === 'gross-profit' ? t('explain.margin') : t('explain.noMargin')}</small></p>
}

function useMarginStep({ inputs }: CustomerDetail): readonly [string, string] | null {
  const { t } = useTranslation('customers')
  const format = useFormat()
  return inputs.marginRate === null ? null : [t('detail.explain.margin'), `× ${format.percentFine(inputs.marginRate)}`]
}

export function RealizedExplanation({ detail }: Props) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const margin = useMarginStep(detail)
  const { realizedValueCents } = detail.customer
  const { marginRate } = detail.inputs
  return (
    <>
      <p>{marginRate === null ? t('detail.explain.realized') : t('detail.explain.realizedMargin')}</p>
      {marginRate !== null && marginRate > 0 && (
        <Steps
          steps={[[t('detail.explain.realizedOrders'), format.moneyExact(realizedValueCents / marginRate)], margin]}
          outcome={[t('detail.figures.realized'), format.moneyExact(realizedValueCents)]}
        />
      )}
      <BasisNote detail={detail} />
    </>
  )
}

/** A rule of thumb says an amount, not purchases: what it says, the correction, the margin. */
function useRuleSteps({ customer, inputs, forecast }: CustomerDetail): readonly (readonly [string, string] | null)[] {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const factor = forecast?.levelFactor ?? 1
  const rate = (inputs.marginRate ?? 1) * factor
  if (!(rate > 0)) return []
  return [
    [t('detail.explain.byRule', { months: format.months(inputs.horizonMonths), rate: format.percentFine(inputs.annualDiscountRate) }), format.moneyExact((customer.residualClvCents ?? 0) / rate)],
    factor === 1 ? null : [t('detail.explain.correction'), `× ${format.number(factor, 3)}`],
  ]
}

export function ResidualExplanation({ detail }: Props) {
  const { t } = useTranslation(['customers', 'forecast'])
  const format = useFormat()
  const margin = useMarginStep(detail)
  const byRule = useRuleSteps(detail)
  const inUse = useForecastSentence()
  const { customer, inputs, forecast } = detail
  const method = forecast?.method
  const months = format.months(inputs.horizonMonths)
  if (customer.residualClvCents === null || inputs.discountedExpectedPurchases === null || customer.expectedOrderValueCents === null) {
    return <p>{t('customers:detail.explain.noEstimate')}</p>
  }
  return (
    <>
      <p>{method?.kind === 'rule' ? t('customers:detail.explain.residualRule', { months, way: t(`forecast:ways.names.${method.rule}`) }) : t('customers:detail.explain.residual', { months })}</p>
      <Steps
        steps={method?.kind === 'rule' ? [...byRule, margin] : [
          customer.expectedPurchases === null ? null : [t('customers:detail.explain.purchases', { months }), format.number(customer.expectedPurchases, 2)],
          [t('customers:detail.explain.discounted', { rate: format.percentFine(inputs.annualDiscountRate) }), format.number(inputs.discountedExpectedPurchases, 2)],
          [t('customers:detail.explain.order'), `× ${format.moneyExact(customer.expectedOrderValueCents)}`],
          margin,
        ]}
        outcome={[t('customers:detail.explain.result'), format.moneyExact(customer.residualClvCents)]}
      />
      {forecast && <p>{inUse(forecast)}</p>}
      {customer.residualRange && (
        <p>{t('customers:detail.explain.range', { low: format.moneyRounded(customer.residualRange.p10), high: format.moneyRounded(customer.residualRange.p90) })}</p>
      )}
      <BasisNote detail={detail} />
    </>
  )
}

export function TotalExplanation({ detail }: Props) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { customer } = detail
  return (
    <>
      <p>{t('detail.explain.total')}</p>
      <Steps
        steps={[
          [t('explain.soFar'), format.moneyExact(customer.realizedValueCents)],
          [t('explain.expected'), format.moneyExact(customer.residualClvCents ?? 0)],
        ]}
        outcome={[t('explain.together'), format.moneyExact(customer.totalClvCents ?? customer.realizedValueCents)]}
      />
    </>
  )
}

export function BasicFormulaExplanation({ detail }: Props) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const margin = useMarginStep(detail)
  const { customer, inputs } = detail
  return (
    <>
      <p>{t('detail.explain.basic')}</p>
      <Steps
        steps={[
          [t('detail.explain.averageOrder'), format.moneyExact(inputs.averageOrderValueCents)],
          inputs.purchasesPerYear === null ? null : [t('detail.explain.perYear'), `× ${format.number(inputs.purchasesPerYear, 2)}`],
          inputs.lifespanYears === null ? null : [t('detail.explain.years'), `× ${format.number(inputs.lifespanYears, 2)}`],
          margin,
        ]}
        outcome={[t('detail.figures.basic'), format.moneyExact(customer.basicFormulaCents ?? 0)]}
      />
      <p>{t('detail.explain.basicLimits')}</p>
    </>
  )
}

export function ChanceExplanation({ detail }: Props) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { inputs, customer } = detail
  const away = format.duration(customer.daysSinceLastPurchase ?? 0)
  return (
    <>
      <p>
        {inputs.repeatPurchaseCount === 0
          ? t('detail.explain.chanceOnce', { away })
          : t('detail.explain.chance', { purchases: format.number(inputs.purchaseCount), span: format.duration(inputs.activeSpanDays), away })}
      </p>
      <p>{t('explain.chanceBasis')}</p>
    </>
  )
}
