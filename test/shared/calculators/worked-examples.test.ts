import { describe, expect, test } from 'vitest'
import { positionInBand, positionOfPayback, ratioToCost, defaultBenchmarks } from '../../../shared/calculators/decisions/benchmarks.ts'
import { defaultHorizon } from '../../../shared/calculators/decisions/default-horizon.ts'
import { judgeOffer } from '../../../shared/calculators/decisions/judge-offer.ts'
import { maximumAcquisitionBidCents, maximumRetentionBidCents } from '../../../shared/calculators/decisions/maximum-bid.ts'
import { paybackOnMargin } from '../../../shared/calculators/decisions/payback-on-margin.ts'
import { withReferral } from '../../../shared/calculators/decisions/referral-value.ts'
import { factorEffects, factorNames, formulaEquity } from '../../../shared/calculators/decisions/value-factors.ts'
import { figure, inBasis, netOfAcquisitionCost } from '../../../shared/calculators/figure.ts'
import { averageInputs, basicClv, clvOfInputs } from '../../../shared/calculators/formulas/average-inputs.ts'
import { evenCashFlows, expectedCashFlows, pastAndFuture, presentValue } from '../../../shared/calculators/formulas/cash-flows.ts'
import { churnClv } from '../../../shared/calculators/formulas/churn-clv.ts'
import { customerBalance } from '../../../shared/calculators/formulas/customer-balance.ts'
import { eCommerceClv } from '../../../shared/calculators/formulas/e-commerce-clv.ts'
import { lifespanOfChurn, lifespanOfRetention } from '../../../shared/calculators/formulas/expected-lifespan.ts'
import { quickScan } from '../../../shared/calculators/formulas/quick-scan.ts'
import { averageLifespan } from '../../../shared/calculators/lifespan/average-lifespan.ts'
import { withoutOutliers } from '../../../shared/calculators/lifespan/outlier-rule.ts'
import { sampleRows, sampleWarning, summaryOfRows } from '../../../shared/calculators/lifespan/sample.ts'
import { subscriptionLifespan } from '../../../shared/calculators/lifespan/subscription-lifespan.ts'
import { lifespanOfDays, lifetimeValue, monthsOf, valuePer } from '../../../shared/calculators/period.ts'
import { parseIsoDay } from '../../../shared/calendar.ts'
import { settings } from '../../../shared/contract/settings.ts'
import { netRefunds } from '../../../shared/customers/net-refunds.ts'
import { ledgerOf } from '../customers/ledger-of.ts'
import { shopOf, threeCustomers } from './shop-of.ts'

const revenue = (cents: number) => figure(cents, 'revenue')
const profit = (cents: number) => figure(cents, 'gross-profit')
const day = (iso: string) => parseIsoDay(iso)!

describe('formulas', () => {
  test('F1: the inputs come from the sales, what is filled in by hand goes before them, and what is missing is named', () => {
    const inputs = averageInputs(threeCustomers, 0.4)
    expect(inputs.averagePurchaseValueCents).toEqual({ origin: 'data', value: 4615 })
    expect(inputs.lifespanYears).toEqual({ origin: 'data', value: 600 / 365.25 })
    expect(inputs.marginRate).toEqual({ origin: 'data', value: 0.4 })
    expect(averageInputs(threeCustomers, 0.4, { averagePurchaseValueCents: 6500, purchasesPerYear: 2.5, lifespanYears: 3 }).purchasesPerYear).toEqual({ origin: 'by-hand', value: 2.5 })
    const nobodyCameBack = shopOf([[1, 0, 0, 1000]], 10)
    expect(averageInputs(nobodyCameBack, null).averagePurchaseValueCents).toEqual({ origin: 'data', value: 1000 })
    expect(clvOfInputs(averageInputs(nobodyCameBack, null))).toEqual({ kind: 'unknown', missing: ['purchasesPerYear', 'lifespanYears'] })
  })

  test('F2: 65.00 x 2.5 a year x 3 years = 487.50; also without any sales (G2), and for a segment', () => {
    expect(basicClv(revenue(6500), 2.5, 3)).toEqual(revenue(48_750))
    const byHand = averageInputs(null, null, { averagePurchaseValueCents: 6500, purchasesPerYear: 2.5, lifespanYears: 3, marginRate: 0.4 })
    expect(clvOfInputs(byHand)).toEqual({ kind: 'clv', revenue: revenue(48_750), grossProfit: profit(19_500) })
    // 4615 x 13 / (1200 / 365.25) x 600 / 365.25, of which 4615 is rounded.
    expect(clvOfInputs(averageInputs(threeCustomers, null))).toEqual({ kind: 'clv', revenue: revenue(29_998), grossProfit: null })
    const segment = averageInputs(summaryOfRows(threeCustomers, Int32Array.of(0, 1)), null)
    expect(segment.averagePurchaseValueCents).toEqual({ origin: 'data', value: 4667 })
  })

  test('F3: 20.00 x 60% / 5% = 240.00; without churn no infinity but what the horizon holds', () => {
    const inputs = { monthlyRevenue: revenue(2000), marginRate: 0.6, monthlyChurnRate: 0.05 }
    expect(churnClv(inputs, 24)).toEqual({ kind: 'whole-life', clv: profit(24_000), lifespanMonths: 20, within: profit(Math.round(24_000 * (1 - 0.95 ** 24))) })
    expect(churnClv({ ...inputs, monthlyChurnRate: 0 }, 24)).toEqual({ kind: 'no-churn', horizonMonths: 24, within: profit(28_800) })
    expect(churnClv({ ...inputs, monthlyChurnRate: Number.MIN_VALUE }, 24)).toMatchObject({ kind: 'no-churn', within: profit(28_800) })
  })

  test('F4: the net present value of monthly cash flows; a rate of 0 is the undiscounted sum', () => {
    const year = evenCashFlows(profit(120_000), { count: 1, period: 'year' })
    const monthly = 1.1 ** (1 / 12) - 1
    expect(presentValue(year, 0.1)).toEqual(profit(Math.round((10_000 * (1 - 1 / 1.1)) / monthly)))
    expect(presentValue(year, 0.1)).toEqual(profit(114_005))
    expect(presentValue(year, 0)).toEqual(profit(120_000))
    // Published: the example of Excel's NPV, 10% a period: 1,188.44.
    expect(presentValue({ basis: 'gross-profit', monthlyCents: [-1_000_000, 300_000, 420_000, 680_000] }, 1.1 ** 12 - 1)).toEqual(profit(118_844))
    expect(expectedCashFlows(profit(1200), 0.5, 3).monthlyCents).toEqual([1200, 600, 300])
    expect(evenCashFlows(profit(10_000), { count: 2.5, period: 'month' }).monthlyCents).toEqual([4000, 4000, 2000])
  })

  test('F5: so far and still to come stay apart, and the total is their sum', () => {
    const value = pastAndFuture(profit(8000), evenCashFlows(profit(12_000), { count: 12, period: 'month' }), 0)
    expect(value).toEqual({ realizedValue: profit(8000), residualClv: profit(12_000), totalClv: profit(20_000) })
  })

  test('F6: net of acquisition cost, and a lifespan of 1 / (1 - r)', () => {
    expect(netOfAcquisitionCost(profit(24_000), 6_000)).toEqual(figure(18_000, 'net-of-acquisition-cost'))
    expect(lifespanOfRetention(0.75, 'year')).toEqual({ kind: 'ends', lifespan: { count: 4, period: 'year' } })
    expect(lifespanOfRetention(1, 'year')).toEqual({ kind: 'endless' })
    expect(lifespanOfRetention(0, 'month')).toEqual({ kind: 'ends', lifespan: { count: 1, period: 'month' } })
    expect(lifespanOfChurn(0.05, 'month')).toEqual({ kind: 'ends', lifespan: { count: 20, period: 'month' } })
  })

  test('F7: a fee of 10.00 a month for 36 months = 360.00, and with a lifespan from dates', () => {
    const fee = { value: revenue(1000), period: 'month' } as const
    expect(lifetimeValue(fee, { count: 36, period: 'month' })).toEqual(revenue(36_000))
    const seen = subscriptionLifespan([{ startedOn: 0, endedOn: 1461 }], 2000)
    expect(seen.kind === 'lifespan' && lifetimeValue(fee, seen.lifespan)).toEqual(revenue(48_000))
  })

  test('F8: 50.00 x 4 orders = 200.00, counting repeat orders only 150.00, and it says which', () => {
    expect(eCommerceClv(revenue(5000), 4)).toEqual({ clv: revenue(20_000), counted: 'all-orders', orders: 4 })
    expect(eCommerceClv(revenue(5000), 4, 'repeat-only')).toEqual({ clv: revenue(15_000), counted: 'repeat-only', orders: 3 })
    expect(eCommerceClv(revenue(5000), 0, 'repeat-only').clv).toEqual(revenue(0))
  })

  test('F9: 160.00 of two customers in the last twelve months = 80.00; a refund on an older order lowers nothing', () => {
    const ledger = ledgerOf([
      { customer: 1, day: day('2022-05-01'), cents: 90_000 },
      { customer: 1, day: day('2023-03-01'), cents: 10_000 },
      { customer: 1, day: day('2023-08-01'), cents: 5_000 },
      { customer: 2, day: day('2024-02-01'), cents: 3_000 },
      { customer: 2, day: day('2024-02-20'), cents: -2_000 },
      { customer: 3, day: day('2023-02-28'), cents: 7_000 },
      { customer: 3, day: day('2024-02-29'), cents: -7_000 },
      { customer: 4, day: day('2023-12-01'), cents: -1_500 },
    ])
    expect(quickScan(ledger, netRefunds(ledger))).toEqual({
      averageRevenue: revenue(8_000), revenue: revenue(16_000), buyers: 2, fromDay: day('2023-03-01'), untilDay: day('2024-02-29'), wholeYear: true, unmatchedRefunds: revenue(1_500),
    })
    const may = day('2023-05-01')
    expect(quickScan(ledger, netRefunds(ledger, may), may)).toMatchObject({ fromDay: day('2022-05-02'), buyers: 2, revenue: revenue(17_000), wholeYear: true })
    expect(quickScan(ledger, netRefunds(ledger, day('2022-12-01')), day('2022-12-01'))?.wholeYear).toBe(false)
    expect(quickScan(ledger, netRefunds(ledger), day('2022-01-01'))).toBeNull()
    expect(quickScan(ledgerOf([]), netRefunds(ledgerOf([])))).toBeNull()
  })

  test('F10: 20.00 a month x 3 years = 720.00, whatever the units', () => {
    const monthly = { value: revenue(2000), period: 'month' } as const
    expect(monthsOf({ count: 3, period: 'year' })).toBe(36)
    expect(valuePer(monthly, 'year')).toEqual({ value: revenue(24_000), period: 'year' })
    expect(lifetimeValue(monthly, { count: 3, period: 'year' })).toEqual(revenue(72_000))
    expect(lifetimeValue(valuePer(monthly, 'year'), { count: 6, period: 'half-year' })).toEqual(revenue(72_000))
  })

  test('F11: benefits less costs of a customer: 320.00 - 60.00 = 260.00', () => {
    const dealings = { period: 'half-year', bought: profit(30_000), praise: { count: 2, centsEach: 1000 }, complaints: { count: 1, centsEach: 1500 }, minutes: 90, hourlyRateCents: 3000 } as const
    expect(customerBalance(dealings)).toEqual({ benefits: profit(32_000), costs: profit(6_000), value: { value: profit(26_000), period: 'half-year' } })
  })

  test('F12: the measuring period goes with the value: 260.00 a half-year is 43.33 a month, and 5,200.00 in ten years', () => {
    const halfYear = { value: profit(26_000), period: 'half-year' } as const
    expect(valuePer(halfYear, 'month')).toEqual({ value: profit(4333), period: 'month' })
    expect(valuePer(halfYear, 'year')).toEqual({ value: profit(52_000), period: 'year' })
    expect(lifetimeValue(halfYear, { count: 10, period: 'year' })).toEqual(profit(520_000))
  })

  test('F13: 0, 365 and 1096 days are 487 on average, 2 years without who bought once', () => {
    const shop = shopOf([[1, 5, 5, 100], [3, 0, 365, 100], [0, -1, -1, 0], [2, 4, 1100, 100]], 1200)
    expect(averageLifespan(shop)).toEqual({
      average: lifespanOfDays(487), averageDays: 487, rows: Int32Array.of(0, 1, 3), lifespanDays: Float64Array.of(0, 365, 1096), oneTimeBuyers: 1,
    })
    expect(averageLifespan(shop, 'exclude')).toMatchObject({ average: { count: 2, period: 'year' }, averageDays: 730.5, oneTimeBuyers: 1 })
    expect(averageLifespan(shopOf([[1, 5, 5, 100]], 10), 'exclude')).toBeNull()
  })

  test('F14: everyone by default, a sample of twenty on request, and a warning under twenty', () => {
    const shop = shopOf(Array.from({ length: 50 }, (_, i) => [i === 7 ? 0 : 1, 0, 0, 100] as const), 10)
    expect(sampleRows(shop)).toHaveLength(49)
    expect(sampleRows(shop, 20, 1)).toHaveLength(20)
    expect(sampleRows(shop, 20, 1)).toEqual(sampleRows(shop, 20, 1))
    expect(sampleRows(shop, 20, 1)).not.toEqual(sampleRows(shop, 20, 2))
    expect(sampleRows(shop, 500, 1)).toEqual(sampleRows(shop))
    expect(sampleWarning(19, 'average')).toEqual({ kind: 'too-few-for-average', customers: 19, needed: 20 })
    expect(sampleWarning(20, 'average')).toBeNull()
  })

  test('F15: R\'s own example: 0 to 10 and 50 average 8.75, trimmed by a tenth 5.5, and who was dropped', () => {
    const values = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 50)
    expect(withoutOutliers(values, { kind: 'trim', share: 0.1 })).toMatchObject({ averageBefore: 8.75, averageAfter: 5.5, dropped: Int32Array.of(0, 11) })
    expect(withoutOutliers(values, { kind: 'iqr' })).toMatchObject({ averageBefore: 8.75, averageAfter: 5, dropped: Int32Array.of(11) })
    expect(withoutOutliers(values, { kind: 'none' })).toMatchObject({ averageBefore: 8.75, averageAfter: 8.75, dropped: Int32Array.of() })
  })

  test('F16: ended after 360 days and 240 days still running: 600 days; running is not ended today', () => {
    const seen = subscriptionLifespan([{ startedOn: 0, endedOn: 360 }, { startedOn: 760, endedOn: null }], 1000)
    expect(seen).toMatchObject({ kind: 'lifespan', lifespan: lifespanOfDays(600, 'month'), ended: 1, running: 1, observedDays: 600 })
    expect(subscriptionLifespan([{ startedOn: 760, endedOn: null }], 1000)).toEqual({ kind: 'nobody-left', ended: 0, running: 1, unusable: 0, observedDays: 240 })
  })
})

describe('decisions', () => {
  test('C2: at three times the bid 240.00 allows 80.00, and what the target months bring, never more than the value', () => {
    expect(maximumAcquisitionBidCents(profit(24_000), { kind: 'ratio', ratio: 3 })).toBe(8_000)
    expect(maximumAcquisitionBidCents(profit(24_000), { kind: 'ratio', ratio: 0.5 })).toBe(24_000)
    expect(maximumAcquisitionBidCents(profit(-100), { kind: 'ratio', ratio: 3 })).toBe(0)
    const expected = evenCashFlows(profit(24_000), { count: 24, period: 'month' })
    expect(maximumAcquisitionBidCents(profit(24_000), { kind: 'payback', months: 12, expected })).toBe(12_000)
    expect(maximumAcquisitionBidCents(profit(24_000), { kind: 'payback', months: 60, expected })).toBe(24_000)
    expect(maximumAcquisitionBidCents(profit(20_000), { kind: 'payback', months: 24, expected })).toBe(20_000)
    const sixMonths = evenCashFlows(profit(10_000), { count: 6, period: 'month' })
    expect(maximumAcquisitionBidCents(profit(10_000), { kind: 'payback', months: 6, expected: sixMonths })).toBe(10_000)
    expect(maximumRetentionBidCents(profit(18_000), 0.1, { kind: 'ratio', ratio: 3 })).toBe(600)
    expect(maximumRetentionBidCents(profit(18_000), 0, { kind: 'ratio', ratio: 3 })).toBe(0)
  })

  test('C3: an offer of 5,000 for 25,000 revenue is a loss at a margin of 15%, a gain at 40%', () => {
    const offer = { revenue: revenue(2_500_000), lifespan: { count: 5, period: 'year' }, costCents: 500_000 } as const
    expect(judgeOffer({ ...offer, marginRate: 0.15 })).toMatchObject({ verdict: 'loss', clv: profit(375_000), payback: { kind: 'not-within', months: 60 } })
    expect(judgeOffer({ ...offer, marginRate: 0.4 })).toMatchObject({ verdict: 'gain', clv: profit(1_000_000), ratio: { ratio: 2 } })
    expect(judgeOffer({ ...offer, marginRate: 0.2 })).toMatchObject({ verdict: 'even', payback: { kind: 'earned-back', months: 60 } })
  })

  test('C4: profit is the value on margin less the cost, with the payback beside it', () => {
    const offer = { revenue: revenue(2_500_000), lifespan: { count: 5, period: 'year' }, costCents: 500_000 } as const
    expect(judgeOffer({ ...offer, marginRate: 0.15 }).profit).toEqual(figure(-125_000, 'net-of-acquisition-cost'))
    const gain = judgeOffer({ ...offer, marginRate: 0.4 })
    expect(gain.profit).toEqual(figure(500_000, 'net-of-acquisition-cost'))
    expect(gain.payback.kind).toBe('earned-back')
    expect(gain.payback.months).toBeCloseTo(30, 9)
  })

  test('C6: a tenth more margin adds 1,200.00 to an equity of 10,000.00; all five factors are named', () => {
    const factors = { retentionRate: 0.5, purchaseValueCents: 5000, lifespanYears: 2, acquisitionCostCents: 2000, marginRate: 0.4 }
    expect(formulaEquity(100, 4)(factors).cents).toBe(1_000_000)
    const effects = factorEffects(factors, formulaEquity(100, 4))
    expect(effects.map(({ factor }) => factor)).toEqual(factorNames)
    const [loyalty, purchase, lifespan, acquisition, margin] = effects
    expect(margin?.added.cents).toBe(120_000)
    expect(margin?.elasticity).toBeCloseTo(1.2, 9)
    expect(purchase?.added.cents).toBe(120_000)
    // 80.00 x (1 + r) in two years: .05 more is 4.00 for each of 100.
    expect(loyalty?.added.cents).toBe(40_000)
    expect(lifespan?.added.cents).toBe(Math.round(800_000 * ((1 - 0.5 ** 2.2) / 0.5)) - 1_200_000)
    expect(acquisition?.added.cents).toBe(20_000)
    expect(acquisition?.elasticity).toBeCloseTo(-0.2, 9)
  })

  test('C11: word of mouth adds 60.00 to 200.00 when asked for, nothing by default', () => {
    expect(withReferral(profit(20_000))).toEqual({ own: profit(20_000), referral: profit(0), total: profit(20_000) })
    const referral = { newCustomers: 0.5, anywayShare: 0.2, newCustomerValue: profit(15_000) }
    expect(withReferral(profit(20_000), referral)).toEqual({ own: profit(20_000), referral: profit(6_000), total: profit(26_000) })
  })

  test('C14: the horizon comes from how long customers stay and how much was seen; the setting takes six months to ten years', () => {
    expect(defaultHorizon(threeCustomers)).toEqual({ months: 24, because: 'lifespan' })
    expect(defaultHorizon(shopOf([[10, 0, 290, 100], [9, 10, 300, 100]], 300))).toEqual({ months: 30, because: 'short-history' })
    expect(defaultHorizon(shopOf([[10, 600, 890, 100], [9, 610, 900, 100], [0, -1, -1, 0]], 900))).toEqual({ months: 30, because: 'short-history' })
    expect(defaultHorizon(shopOf([[60, 0, 1_900, 100], [9, 10, 1_890, 100]], 1_900))).toEqual({ months: 60, because: 'lifespan' })
    expect(defaultHorizon(shopOf([[1, 0, 0, 100]], 900))).toEqual({ months: 6, because: 'no-repeat-purchases' })
    const { horizonMonths } = settings.shape
    expect([5, 6, 60, 120, 121].filter((months) => horizonMonths.safeParse(months).success)).toEqual([6, 60, 120])
  })

  test('C30: one figure in three bases; what the shop has not said is named, not taken for zero', () => {
    const known = { marginRate: 0.4, acquisitionCostCents: 6_000 }
    expect(inBasis(revenue(60_000), 'revenue', known)).toEqual({ kind: 'figure', figure: revenue(60_000) })
    expect(inBasis(revenue(60_000), 'gross-profit', known)).toEqual({ kind: 'figure', figure: profit(24_000) })
    expect(inBasis(revenue(60_000), 'net-of-acquisition-cost', known)).toEqual({ kind: 'figure', figure: figure(18_000, 'net-of-acquisition-cost') })
    expect(inBasis(revenue(60_000), 'net-of-acquisition-cost', { ...known, marginRate: null })).toEqual({ kind: 'unknown', missing: 'margin' })
    expect(inBasis(revenue(60_000), 'net-of-acquisition-cost', { ...known, acquisitionCostCents: null })).toEqual({ kind: 'unknown', missing: 'acquisition-cost' })
  })
})

describe('benchmarks', () => {
  const positions = (type: keyof typeof defaultBenchmarks, ratios: readonly number[]) => ratios.map((ratio) => positionInBand(ratio, defaultBenchmarks[type].ratio!))

  test('B1: SaaS 3-5: 2.9 is below, 3 and 5 are in, more is above', () => {
    expect(positions('saas', [2.9, 3, 5, 5.1])).toEqual(['below', 'in', 'in', 'above'])
  })

  test('B2: shops and web shops 2-3', () => {
    expect(positions('shop', [1.9, 2, 3, 3.1])).toEqual(['below', 'in', 'in', 'above'])
    expect(defaultBenchmarks['web-shop']).toEqual(defaultBenchmarks.shop)
  })

  test('B3: subscriptions earn back on margin: up to 12 months better, up to 18 in band, longer a warning', () => {
    const position = (costCents: number) => positionOfPayback(paybackOnMargin(costCents, evenCashFlows(profit(24_000), { count: 24, period: 'month' })), defaultBenchmarks.subscription.paybackMonths!)
    expect([11_900, 12_000, 12_001, 18_000, 18_001, 24_001].map(position)).toEqual(['better', 'better', 'in', 'in', 'warning', 'warning'])
    expect(positionOfPayback({ kind: 'not-within', months: 6 }, { from: 12, to: 18 })).toBe('warning')
  })

  test('B4: B2B services 5-10', () => {
    expect(positions('b2b-service', [4.9, 5, 10, 10.1])).toEqual(['below', 'in', 'in', 'above'])
  })

  test('B5: the ratio is the headline, with the value and its basis second; without a cost there is none', () => {
    expect(ratioToCost(profit(30_000), 10_000, { from: 3, to: 5 })).toEqual({ kind: 'ratio', ratio: 3, clv: profit(30_000), position: 'in' })
    expect(ratioToCost(revenue(30_000), 10_000, defaultBenchmarks.salon.ratio)).toMatchObject({ ratio: 3, position: null, clv: revenue(30_000) })
    expect(ratioToCost(profit(30_000), 0)).toEqual({ kind: 'no-cost', clv: profit(30_000) })
  })

  test('B6: twenty for an average, a hundred for a segment', () => {
    expect(sampleWarning(20, 'average')).toBeNull()
    expect(sampleWarning(99, 'segment')).toEqual({ kind: 'too-few-for-segment', customers: 99, needed: 100 })
    expect(sampleWarning(100, 'segment')).toBeNull()
  })

  test('C28: the bands are the owner\'s to change', () => {
    expect(ratioToCost(profit(29_000), 10_000, { from: 2.5, to: 4 })).toMatchObject({ position: 'in' })
  })
})
