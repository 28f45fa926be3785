import * as fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { paybackOnMargin } from '../../../shared/calculators/decisions/payback-on-margin.ts'
import { ratioToCost } from '../../../shared/calculators/decisions/benchmarks.ts'
import { withReferral } from '../../../shared/calculators/decisions/referral-value.ts'
import { addFigures, bases, compareFigures, figure, subtractFigures, timesFigure, type Figure } from '../../../shared/calculators/figure.ts'
import { pastAndFuture, type CashFlows } from '../../../shared/calculators/formulas/cash-flows.ts'
import { periods, lifetimeValue, monthsOf, valuePer } from '../../../shared/calculators/period.ts'

test('C30: figures of two bases do not compile together', () => {
  expectTypeOf(addFigures<'revenue'>).parameter(1).toEqualTypeOf<Figure<'revenue'>>()
  expectTypeOf(subtractFigures<'revenue'>).parameter(1).toEqualTypeOf<Figure<'revenue'>>()
  expectTypeOf(compareFigures<'revenue'>).parameter(1).toEqualTypeOf<Figure<'revenue'>>()
  expectTypeOf<Figure<'gross-profit'>>().not.toExtend<Figure<'revenue'>>()
  expectTypeOf<CashFlows<'revenue'>>().not.toExtend<Parameters<typeof paybackOnMargin>[1]>()
  expectTypeOf<Figure<'net-of-acquisition-cost'>>().not.toExtend<Parameters<typeof ratioToCost>[0]>()
})

test('C30: where the compiler cannot know the bases, adding and comparing throw', () => {
  fc.assert(fc.property(fc.constantFrom(...bases), fc.constantFrom(...bases), fc.nat(), fc.nat(), (one, other, a, b) => {
    const [first, second]: [Figure, Figure] = [figure(a, one), figure(b, other)]
    const runs = [
      () => addFigures(first, second), () => subtractFigures(first, second), () => compareFigures(first, second),
      () => pastAndFuture(first, { basis: other, monthlyCents: [b] }, 0), () => withReferral(first, { newCustomers: 1, anywayShare: 0, newCustomerValue: second }),
    ]
    for (const run of runs) {
      if (one === other) expect(run).not.toThrow()
      else expect(run).toThrow(RangeError)
    }
  }))
})

test('figures add up as whole cents and sort by them (worked examples)', () => {
  const [three, two] = [figure(300, 'gross-profit'), figure(200, 'gross-profit')]
  expect(addFigures(three, two).cents).toBe(500)
  expect(subtractFigures(three, two).cents).toBe(100)
  expect(compareFigures(three, two)).toBe(100)
  expect(figure(48_750.4, 'revenue').cents).toBe(48_750)
  expect(timesFigure(figure(6500, 'revenue'), 7.5)).toEqual(figure(48_750, 'revenue'))
})

test('F10: a lifespan said in another period gives the same value, to the cent', () => {
  const anyPeriod = fc.constantFrom(...periods)
  fc.assert(fc.property(fc.integer({ min: -100_000, max: 10_000_000 }), anyPeriod, fc.nat(100), anyPeriod, anyPeriod, (cents, period, years, one, other) => {
    const value = { value: figure(cents, 'revenue'), period }
    const lifespan = (unit: typeof one) => ({ count: (years * 12) / monthsOf({ count: 1, period: unit }), period: unit })
    expect(lifetimeValue(value, lifespan(one))).toEqual(lifetimeValue(value, lifespan(other)))
    expect(lifetimeValue(value, { count: 1, period })).toEqual(value.value)
    // There and back through a year only loses what a cent of a month is.
    expect(Math.abs(valuePer(valuePer(value, 'year'), period).value.cents - cents)).toBeLessThanOrEqual(1)
  }))
})
