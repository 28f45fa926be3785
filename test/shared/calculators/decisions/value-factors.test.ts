import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorEffects, formulaEquity, type ValueFactors } from '../../../../shared/calculators/decisions/value-factors.ts'
import { figure } from '../../../../shared/calculators/figure.ts'
import { basicClv } from '../../../../shared/calculators/formulas/average-inputs.ts'

const anyFactors: fc.Arbitrary<ValueFactors> = fc.record({
  retentionRate: fc.double({ min: 0, max: 1, noNaN: true }), purchaseValueCents: fc.integer({ min: 0, max: 100_000 }),
  lifespanYears: fc.double({ min: 0, max: 20, noNaN: true }), acquisitionCostCents: fc.integer({ min: 0, max: 50_000 }), marginRate: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('C6: all who stay to the end are F2, and without an end it is 1 / (1 - r) years, F6', () => {
  const factors = { retentionRate: 1, purchaseValueCents: 6500, lifespanYears: 3, acquisitionCostCents: 0, marginRate: 1 }
  expect(formulaEquity(1, 2.5)(factors).cents).toBe(basicClv(figure(6500, 'revenue'), 2.5, 3).cents)
  expect(formulaEquity(1, 2.5)({ ...factors, retentionRate: 0.75, lifespanYears: 1000 }).cents).toBe(6500 * 2.5 * 4)
})

test('C6: next to r = 1 no cents are lost, at r = 0 only the first year counts, under a year its part; by whole years it is the sum of what comes back', () => {
  const factors = { retentionRate: 1 - 2 ** -53, purchaseValueCents: 6500, lifespanYears: 2.5, acquisitionCostCents: 0, marginRate: 1 }
  const cents = (changed: Partial<ValueFactors>) => formulaEquity(1, 4)({ ...factors, ...changed }).cents
  expect(cents({})).toBe(65_000)
  expect(cents({ retentionRate: 1 - 1e-12 })).toBe(65_000)
  expect([0, 0.1, 1, 20].map((lifespanYears) => cents({ retentionRate: 0, lifespanYears }))).toEqual([0, 2_600, 26_000, 26_000])
  expect([0, 0.5, 0.8, 1].map((retentionRate) => cents({ retentionRate, lifespanYears: 0.5 }))).toEqual([13_000, 13_000, 13_000, 13_000])
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 40 }), (retentionRate, lifespanYears) => {
    let years = 0
    for (let year = 0; year < lifespanYears; year++) years += retentionRate ** year
    expect(Math.abs(cents({ retentionRate, lifespanYears }) - 26_000 * years)).toBeLessThanOrEqual(0.5 + 1e-6)
  }))
})

test('C6: every factor made better adds or does nothing, and no rate passes 1', () => {
  fc.assert(fc.property(anyFactors, (factors) => {
    for (const { factor, to, added, elasticity } of factorEffects(factors, formulaEquity(100, 4))) {
      expect(added.cents, factor).toBeGreaterThanOrEqual(0)
      expect(elasticity === null || Number.isFinite(elasticity)).toBe(true)
      if (factor === 'retentionRate' || factor === 'marginRate') expect(to).toBeLessThanOrEqual(1)
    }
  }))
})

test('C6: margin and purchase value weigh the same, 1 where winning customers costs nothing; retention weighs r / (1 - r)', () => {
  const factors = { retentionRate: 0.8, purchaseValueCents: 5000, lifespanYears: 500, acquisitionCostCents: 0, marginRate: 0.4 }
  const [loyalty, purchase, , acquisition, margin] = factorEffects(factors, formulaEquity(1_000_000, 4), 0.0001)
  expect(margin?.elasticity).toBeCloseTo(1, 6)
  expect(purchase?.elasticity).toBeCloseTo(1, 6)
  expect(loyalty?.elasticity).toBeCloseTo(4, 2)
  expect(acquisition).toMatchObject({ from: 0, to: 0, elasticity: null })
})

test('C6: any model of equity will do, and a rate that is full already cannot be made better', () => {
  const factors = { retentionRate: 1, purchaseValueCents: 100, lifespanYears: 2, acquisitionCostCents: 10, marginRate: 0.5 }
  const effects = factorEffects(factors, ({ marginRate, acquisitionCostCents }) => figure(1000 * marginRate - acquisitionCostCents, 'net-of-acquisition-cost'))
  expect(effects.map(({ added }) => added.cents)).toEqual([0, 0, 0, 1, 50])
  expect(effects[0]).toMatchObject({ to: 1, elasticity: null })
})
