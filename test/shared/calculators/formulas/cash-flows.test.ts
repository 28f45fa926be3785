import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paybackOnMargin } from '../../../../shared/calculators/decisions/payback-on-margin.ts'
import { figure, grossProfitOf } from '../../../../shared/calculators/figure.ts'
import { evenCashFlows, expectedCashFlows, presentValue } from '../../../../shared/calculators/formulas/cash-flows.ts'
import { churnClv } from '../../../../shared/calculators/formulas/churn-clv.ts'
import { lifespanOfChurn } from '../../../../shared/calculators/formulas/expected-lifespan.ts'
import { lifetimeValue } from '../../../../shared/calculators/period.ts'

const anyCents = fc.integer({ min: 1, max: 1_000_000 })
const anyRate = fc.double({ min: 0, max: 1, noNaN: true })
const anyMonths = fc.nat(240)

test('F3, F4: the cash flows of the churn formula, undiscounted, are its value within the horizon', () => {
  fc.assert(fc.property(anyCents, anyRate, anyMonths, (cents, monthlyChurnRate, months) => {
    const value = churnClv({ monthlyRevenue: figure(cents, 'revenue'), marginRate: 1, monthlyChurnRate }, months)
    const sum = presentValue(expectedCashFlows(figure(cents, 'gross-profit'), monthlyChurnRate, months), 0)
    expect(Math.abs(sum.cents - value.within.cents)).toBeLessThanOrEqual(1)
    expect(value.within.cents).toBeLessThanOrEqual(cents * months)
    if (value.kind === 'whole-life') expect(value.within.cents).toBeLessThanOrEqual(value.clv.cents)
  }))
})

test('F3, F6, F7: churn, its lifespan and value x lifespan agree', () => {
  fc.assert(fc.property(anyCents, anyRate, anyRate, (cents, marginRate, monthlyChurnRate) => {
    const monthlyRevenue = figure(cents, 'revenue')
    const value = churnClv({ monthlyRevenue, marginRate, monthlyChurnRate }, 12)
    const expected = lifespanOfChurn(monthlyChurnRate, 'month')
    expect(value.kind === 'no-churn').toBe(expected.kind === 'endless')
    if (value.kind === 'no-churn' || expected.kind === 'endless') return
    const product = grossProfitOf(lifetimeValue({ value: monthlyRevenue, period: 'month' }, expected.lifespan), marginRate)
    expect(Math.abs(product.cents - value.clv.cents)).toBeLessThanOrEqual(1)
  }))
})

test('F4: the present value of a level lifetime is m (1 + d) / (d + c), less a month for payment at its end (Gupta & Lehmann 2003)', () => {
  const monthlyDiscount = 1.1 ** (1 / 12) - 1
  const flows = expectedCashFlows(figure(10_000, 'gross-profit'), 0.05, 1200)
  expect(presentValue(flows, 0.1).cents).toBe(Math.round(10_000 / (monthlyDiscount + 0.05)))
})

test('F4: discounting only lowers, more so at a higher rate; at 0 nothing is lost', () => {
  const anyFlows = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 120 })
  fc.assert(fc.property(anyFlows, anyRate, anyRate, (monthlyCents, one, other) => {
    const flows = { basis: 'revenue', monthlyCents } as const
    expect(presentValue(flows, 0).cents).toBe(monthlyCents.reduce((sum, cents) => sum + cents, 0))
    expect(presentValue(flows, Math.max(one, other)).cents).toBeLessThanOrEqual(presentValue(flows, Math.min(one, other)).cents)
  }))
})

test('B3: an even value is earned back at the share of its lifespan that the cost is of it, or never', () => {
  const anyLifespan = fc.double({ min: 0.5, max: 240, noNaN: true })
  fc.assert(fc.property(fc.integer({ min: 100_000, max: 100_000_000 }), anyLifespan, fc.double({ min: 0, max: 2, noNaN: true }), (cents, count, share) => {
    const flows = evenCashFlows(figure(cents, 'gross-profit'), { count, period: 'month' })
    const cost = Math.round(cents * share)
    const payback = paybackOnMargin(cost, flows)
    expect(payback.kind).toBe(cost <= cents ? 'earned-back' : 'not-within')
    if (payback.kind === 'earned-back' && payback.months <= Math.floor(count)) expect(Math.abs(payback.months - (cost / cents) * count)).toBeLessThan(0.01)
  }))
})

test('B3: twelve months, or not within six (worked example)', () => {
  expect(paybackOnMargin(12_000, evenCashFlows(figure(24_000, 'gross-profit'), { count: 24, period: 'month' }))).toEqual({ kind: 'earned-back', months: 12 })
  expect(paybackOnMargin(12_000, evenCashFlows(figure(6_000, 'gross-profit'), { count: 6, period: 'month' }))).toEqual({ kind: 'not-within', months: 6 })
})
