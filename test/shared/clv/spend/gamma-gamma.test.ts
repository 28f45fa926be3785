import { describe, expect, test } from 'vitest'
import { expectedOrderValue, fitGammaGamma, spendLogLikelihood } from '../../../../shared/clv/spend/gamma-gamma.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { calibration, MISSING, referenceMissing, referenceText } from '../reference-data.ts'

const PUBLISHED = { p: 6.25, q: 3.74, gamma: 15.44 }

test('published: three orders of 35 on average are expected to go on at 35.02791996 (BTYD manual, worked example)', () => {
  expect(expectedOrderValue(PUBLISHED, 3, 105)).toBeCloseTo(35.02791996, 8)
})

test('the likelihood of one order of 10 (worked example)', () => {
  expect(spendLogLikelihood(PUBLISHED, 1, 10)).toBeCloseTo(-3.921351, 6)
})

test('where the mean does not exist the customer\'s own mean stands in', () => {
  expect(expectedOrderValue({ p: 0.3, q: 0.5, gamma: 10 }, 1, 40)).toBe(40)
  expect(expectedOrderValue({ p: 0.3, q: 0.5, gamma: 10 }, 0, 0)).toBe(0)
})

test.skipIf(referenceMissing)(`published: the first ten customers of CDNOW (lifetimes' test) ${MISSING}`, () => {
  const rows = referenceText('cdnow_sample.csv').split('\n').slice(1, 11).map((line) => line.split(',').map(Number))
  const values = rows.map(([, x = 0, , , mean = 0]) => expectedOrderValue({ p: 6.249572, q: 3.744225, gamma: 15.443523 }, x, x * mean))
  const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
  values.forEach((value, i) => expect(Math.abs(value - published[i]!)).toBeLessThan(0.011))
})

describe('oracle.json', () => {
  test.skipIf(referenceMissing)(`expected value and likelihood to 1e-9 ${MISSING}`, () => {
    const { gamma_gamma: cases } = JSON.parse(referenceText('oracle.json')) as { gamma_gamma: { p: number; q: number; gamma: number; x: number; m_x: number; E_spend: number; ll: number | null }[] }
    for (const { p, q, gamma, x, m_x: mean, E_spend: expected, ll } of cases) {
      expect(Math.abs(expectedOrderValue({ p, q, gamma }, x, x * mean) / expected - 1)).toBeLessThan(1e-12)
      if (ll !== null) expect(Math.abs(spendLogLikelihood({ p, q, gamma }, x, mean) / ll - 1)).toBeLessThan(1e-9)
    }
    expect(cases.length).toBeGreaterThan(5)
  })
})

describe('the fit of other software', () => {
  test.skipIf(referenceMissing)(`CDNOW, repeat purchases only: 6.25, 3.74, 15.44; -4055.917695 ${MISSING}`, () => {
    const rows = referenceText('cdnow_sample.csv').split('\n').slice(1).map((line) => line.split(',').map(Number))
    const fit = fitGammaGamma(rows.map(([, x = 0]) => x), rows.map(([, x = 0, , , mean = 0]) => x * mean))
    expect(fit.maximum.converged).toBe(true)
    expect(fit.customers).toBe(946)
    expect(fit.maximum.value).toBeCloseTo(-4055.917695, 5)
    expect(fit.parameters.p).toBeCloseTo(6.249572, 4)
    expect(fit.parameters.q).toBeCloseTo(3.744225, 4)
    expect(fit.parameters.gamma).toBeCloseTo(15.443523, 3)
  })

  test.skipIf(referenceMissing)(`CDNOW, all purchases: 9.8818, 3.3987, 7.9280; -9898.451; values of golden.json ${MISSING}`, () => {
    const rows = calibration('cdnow_sample.csv')
    const fit = fitGammaGamma(rows.map((row) => row.x + 1), rows.map((row) => row.spendCents / 100))
    expect(fit.maximum.value).toBeCloseTo(-9898.451, 3)
    expect(Math.abs(fit.parameters.p / 9.881779410194667 - 1)).toBeLessThan(1e-3)
    expect(Math.abs(fit.parameters.q / 3.3986849679596025 - 1)).toBeLessThan(1e-3)
    expect(Math.abs(fit.parameters.gamma / 7.92795964319235 - 1)).toBeLessThan(1e-3)
    const sum = rows.reduce((total, row) => total + expectedOrderValue(fit.parameters, row.x + 1, row.spendCents / 100), 0)
    expect(Math.abs(sum / 77326.24611837303 - 1)).toBeLessThan(1e-6)
  })
})

test('known parameters come back from simulated customers, as close as the standard errors say', () => {
  const truth = [5, 4, 20] as const
  const [p, q, gamma] = truth
  let squares = 0
  const seeds = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
  for (const seed of seeds) {
    const random = seededRandom(seed)
    const purchases = Array.from({ length: 4000 }, () => 1 + Math.floor(random.uniform() * 6))
    const totals = purchases.map((n) => random.gamma(p * n) / (random.gamma(q) / gamma))
    const { parameters, maximum } = fitGammaGamma(purchases, totals)
    expect(maximum.converged).toBe(true)
    const errors = [parameters.p, parameters.q, parameters.gamma].map((value, i) => Math.log(value / truth[i]!))
    // Errors' = L z for information L L': z is standard normal, so that its squares are 3 on average.
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) squares += errors[i]! * maximum.information[i * 3 + j]! * errors[j]!
  }
  const average = squares / seeds.length
  expect(average).toBeGreaterThan(1)
  expect(average).toBeLessThan(6)
})

test('one price for everybody, or nobody at all, still ends without a number that is none', () => {
  const same = fitGammaGamma([1, 2, 3, 1, 2, 5, 1, 1, 2, 4], [25, 50, 75, 25, 50, 125, 25, 25, 50, 100])
  expect(Number.isFinite(same.maximum.value)).toBe(true)
  expect(expectedOrderValue(same.parameters, 2, 50)).toBeCloseTo(25, 2)
  expect(fitGammaGamma([1, 2], [0, 0])).toMatchObject({ customers: 0, maximum: { converged: false } })
})
