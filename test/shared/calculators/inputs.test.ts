import { expect, test } from 'vitest'
import { positionInBand, positionOfPayback, ratioToCost } from '../../../shared/calculators/decisions/benchmarks.ts'
import { judgeOffer } from '../../../shared/calculators/decisions/judge-offer.ts'
import { maximumAcquisitionBidCents, maximumRetentionBidCents } from '../../../shared/calculators/decisions/maximum-bid.ts'
import { paybackOnMargin } from '../../../shared/calculators/decisions/payback-on-margin.ts'
import { withReferral } from '../../../shared/calculators/decisions/referral-value.ts'
import { factorEffects, formulaEquity } from '../../../shared/calculators/decisions/value-factors.ts'
import { figure, grossProfitOf, netOfAcquisitionCost, timesFigure } from '../../../shared/calculators/figure.ts'
import { averageInputs, basicClv } from '../../../shared/calculators/formulas/average-inputs.ts'
import { expectedCashFlows, presentValue, type CashFlows } from '../../../shared/calculators/formulas/cash-flows.ts'
import { churnClv } from '../../../shared/calculators/formulas/churn-clv.ts'
import { customerBalance } from '../../../shared/calculators/formulas/customer-balance.ts'
import { eCommerceClv } from '../../../shared/calculators/formulas/e-commerce-clv.ts'
import { lifespanOfChurn, lifespanOfRetention } from '../../../shared/calculators/formulas/expected-lifespan.ts'
import { check } from '../../../shared/calculators/inputs.ts'
import { withoutOutliers } from '../../../shared/calculators/lifespan/outlier-rule.ts'
import { sampleRows, sampleWarning, summaryOfRows } from '../../../shared/calculators/lifespan/sample.ts'
import { subscriptionLifespan } from '../../../shared/calculators/lifespan/subscription-lifespan.ts'
import { lifespanOfDays, monthsOf } from '../../../shared/calculators/period.ts'
import { threeCustomers } from './shop-of.ts'

const revenue = figure(1000, 'revenue')
const profit = figure(1000, 'gross-profit')
const flows: CashFlows<'gross-profit'> = { basis: 'gross-profit', monthlyCents: [1] }
const churn = { monthlyRevenue: revenue, marginRate: 0.5, monthlyChurnRate: 0.1 }
const dealings = { period: 'month', bought: profit, praise: { count: 1, centsEach: 1 }, complaints: { count: 1, centsEach: 1 }, minutes: 1, hourlyRateCents: 1 } as const
const factors = { retentionRate: 0.5, purchaseValueCents: 1, lifespanYears: 1, acquisitionCostCents: 1, marginRate: 0.5 }

test('the message names the argument and says what is allowed (worked example)', () => {
  expect(() => check('between 0 and 1', { marginRate: 1.2 })).toThrow(new RangeError('marginRate must be between 0 and 1, not 1.2'))
})

/** Every number a calculator takes, by the argument that is named when it cannot be: with what is allowed. */
const belowZero: Readonly<Record<string, (value: number) => unknown>> = {
  factor: (v) => timesFigure(revenue, v),
  acquisitionCostCents: (v) => netOfAcquisitionCost(profit, v),
  'acquisitionCostCents ': (v) => ratioToCost(profit, v),
  purchasesPerYear: (v) => basicClv(revenue, v, 1),
  lifespanYears: (v) => basicClv(revenue, 1, v),
  averagePurchaseValueCents: (v) => averageInputs(null, null, { averagePurchaseValueCents: v }),
  horizonMonths: (v) => churnClv(churn, v),
  annualDiscountRate: (v) => presentValue(flows, v),
  orderCount: (v) => eCommerceClv(revenue, v),
  minutes: (v) => customerBalance({ ...dealings, minutes: v }),
  'praise.count': (v) => customerBalance({ ...dealings, praise: { count: v, centsEach: 1 } }),
  'complaints.centsEach': (v) => customerBalance({ ...dealings, complaints: { count: 1, centsEach: v } }),
  hourlyRateCents: (v) => customerBalance({ ...dealings, hourlyRateCents: v }),
  count: (v) => monthsOf({ count: v, period: 'year' }),
  days: (v) => lifespanOfDays(v),
  size: (v) => sampleRows(threeCustomers, v),
  customers: (v) => sampleWarning(v, 'average'),
  costCents: (v) => paybackOnMargin(v, flows),
  ratio: (v) => maximumAcquisitionBidCents(profit, { kind: 'ratio', ratio: v }),
  months: (v) => maximumAcquisitionBidCents(profit, { kind: 'payback', months: v, expected: flows }),
  from: (v) => positionInBand(1, { from: v, to: 2 }),
  newCustomers: (v) => withReferral(profit, { newCustomers: v, anywayShare: 0, newCustomerValue: profit }),
  purchaseValueCents: (v) => formulaEquity(1, 1)({ ...factors, purchaseValueCents: v }),
  change: (v) => factorEffects(factors, formulaEquity(1, 1), v),
}

const outsideOne: Readonly<Record<string, (value: number) => unknown>> = {
  marginRate: (v) => grossProfitOf(revenue, v),
  'marginRate ': (v) => churnClv({ ...churn, marginRate: v }, 1),
  ' marginRate': (v) => averageInputs(null, v),
  monthlyChurnRate: (v) => churnClv({ ...churn, monthlyChurnRate: v }, 1),
  ' monthlyChurnRate': (v) => expectedCashFlows(profit, v, 1),
  churnRate: (v) => lifespanOfChurn(v, 'month'),
  retentionRate: (v) => lifespanOfRetention(v, 'year'),
  'retentionRate ': (v) => formulaEquity(1, 1)({ ...factors, retentionRate: v }),
  keptShare: (v) => maximumRetentionBidCents(profit, v, { kind: 'ratio', ratio: 1 }),
  anywayShare: (v) => withReferral(profit, { newCustomers: 1, anywayShare: v, newCustomerValue: profit }),
  share: (v) => withoutOutliers(Float64Array.of(1), { kind: 'trim', share: v }),
}

test.each(Object.entries(belowZero))('%s below zero, or no number, is refused by its name', (argument, run) => {
  for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => run(bad)).toThrow(new RegExp(`^${argument.trim()} must be `))
})

test.each(Object.entries(outsideOne))('%s outside 0 to 1, or no number, is refused by its name', (argument, run) => {
  for (const bad of [-0.1, 1.1, Number.NaN]) expect(() => run(bad)).toThrow(new RegExp(`^${argument.trim()} must be `))
})

test('what cannot be in another way is refused too', () => {
  expect(() => figure(1e300, 'revenue')).toThrow(RangeError)
  expect(() => figure(Number.NaN, 'revenue')).toThrow(RangeError)
  expect(() => basicClv(revenue, 1e200, 1e200)).toThrow(RangeError)
  expect(() => basicClv(figure(-1, 'revenue'), 1, 1)).toThrow('averagePurchaseValue')
  expect(() => churnClv({ ...churn, monthlyRevenue: figure(-1, 'revenue') }, 1)).toThrow('monthlyRevenue')
  expect(() => churnClv(churn, 1.5)).toThrow('horizonMonths')
  expect(() => presentValue({ basis: 'revenue', monthlyCents: [1, Number.NaN] }, 0)).toThrow('monthlyCents[1]')
  expect(() => presentValue({ basis: 'revenue', monthlyCents: Array.from({ length: 1201 }, () => 1) }, 0)).toThrow('1200')
  expect(() => expectedCashFlows(profit, 0, 1201)).toThrow('a hundred years')
  expect(() => withoutOutliers(Float64Array.of(1, Number.NaN), { kind: 'none' })).toThrow('at 1')
  expect(() => withoutOutliers(Float64Array.of(1), { kind: 'trim', share: 0.5 })).toThrow('share')
  expect(() => summaryOfRows(threeCustomers, Int32Array.of(3))).toThrow('rows')
  expect(() => subscriptionLifespan([{ startedOn: Number.NaN, endedOn: null }], 1)).toThrow('startedOn')
  expect(() => positionInBand(1, { from: 3, to: 2 })).toThrow('from must be at most to')
  expect(() => positionOfPayback({ kind: 'earned-back', months: 1 }, { from: 3, to: 2 })).toThrow('from must be at most to')
  expect(() => factorEffects(factors, formulaEquity(1, 1), 1.1)).toThrow('change')
  for (const count of [0, -1]) expect(() => judgeOffer({ revenue, marginRate: 0.5, lifespan: { count, period: 'year' }, costCents: 1 })).toThrow('count must be above zero')
  expect(() => judgeOffer({ revenue, marginRate: 0.5, lifespan: { count: 101, period: 'year' }, costCents: 1 })).toThrow('a hundred years')
})
