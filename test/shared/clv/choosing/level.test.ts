import { expect, test } from 'vitest'
import { levelOf, noLevel } from '../../../../shared/clv/choosing/level.ts'

test('worked example: twice a fifth too low for certain is multiplied by 1.25', () => {
  const { factor, deviation } = levelOf([{ totalRatio: 0.8, samplingVariance: 0 }, { totalRatio: 0.8, samplingVariance: 0 }])
  expect(factor).toBeCloseTo(1.25, 10)
  expect(deviation).toBe(0)
})

test('what may be chance is corrected in part, and stays uncertain', () => {
  const { factor, deviation } = levelOf([{ totalRatio: 0.8, samplingVariance: 0.04 }])
  expect(factor).toBeGreaterThan(1.05)
  expect(factor).toBeLessThan(1.25)
  expect(deviation).toBeGreaterThan(0.1)
  expect(deviation).toBeLessThan(0.2)
})

test('totals that were off one way and then the other are not corrected', () => {
  expect(levelOf([{ totalRatio: 0.8, samplingVariance: 0 }, { totalRatio: 1.25, samplingVariance: 0 }]).factor).toBeCloseTo(1, 10)
})

test('at most a quarter: further off the model does not fit', () => {
  expect(levelOf([{ totalRatio: 3, samplingVariance: 0 }, { totalRatio: 3, samplingVariance: 0 }]).factor).toBeCloseTo(0.8, 10)
})

test('without evidence nothing is corrected', () => {
  expect(levelOf([])).toEqual(noLevel)
  expect(levelOf([{ totalRatio: null, samplingVariance: 0 }, { totalRatio: 0, samplingVariance: 0 }])).toEqual(noLevel)
})
