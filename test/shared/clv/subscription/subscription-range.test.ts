import { describe, expect, test } from 'vitest'
import { churnParameters, churnSampler } from '../../../../shared/clv/subscription/churn-draws.ts'
import type { ChurnParameters } from '../../../../shared/clv/subscription/shifted-beta-geometric.ts'
import { valueSubscribers } from '../../../../shared/clv/subscription/value-subscribers.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { simulateSubscribers } from './simulated-subscribers.ts'

const SETTINGS = { contributionMarginRate: null, annualDiscountRate: 0, horizonMonths: 24 }
const valuedShop = (subscribers: number, truth: ChurnParameters, seed: number) => {
  const shop = simulateSubscribers(subscribers, truth, { months: 30, laterMonths: 24, seed })
  return { laterCents: shop.laterCents, valued: valueSubscribers(shop.subscriptions, shop.observedUntilDay, SETTINGS) }
}

describe('the range of the total', () => {
  test.each([
    ['sixty subscribers', 60, { alpha: 1, beta: 9 }],
    ['twenty, where the parameters are wide open', 20, { alpha: 1, beta: 9 }],
    ['sixty who hardly differ', 60, { alpha: 20, beta: 400 }],
  ] as const)('covers what simulated subscribers then really paid, about eight times in ten: %s', (_name, subscribers, truth) => {
    let covered = 0
    let shops = 0
    for (let seed = 1; seed <= 40; seed++) {
      const { laterCents, valued: { residualTotal } } = valuedShop(subscribers, truth, seed)
      if (!residualTotal) continue
      shops++
      expect(residualTotal.p10).toBeLessThanOrEqual(residualTotal.p50)
      if (laterCents >= residualTotal.p10 && laterCents <= residualTotal.p90) covered++
    }
    expect(shops).toBeGreaterThan(30)
    expect(covered / shops).toBeGreaterThan(0.65)
    expect(covered / shops).toBeLessThan(0.96)
  })

  test('the estimates of many shops together are what came', () => {
    let expected = 0
    let paid = 0
    for (let seed = 100; seed < 110; seed++) {
      const { laterCents, valued: { residualTotal } } = valuedShop(2000, { alpha: 1, beta: 9 }, seed)
      expected += residualTotal!.mean
      paid += laterCents
    }
    expect(Math.abs(expected / paid - 1)).toBeLessThan(0.03)
  })

  test('narrows as subscribers become many', () => {
    const width = (subscribers: number) => {
      const { p10, p90, p50, mean } = valuedShop(subscribers, { alpha: 1, beta: 9 }, 6).valued.residualTotal!
      expect(Math.abs(p50 / mean - 1)).toBeLessThan(0.1)
      return (p90 - p10) / mean
    }
    expect(width(8000)).toBeLessThan(width(200) / 4)
  })
})

describe('draws of the parameters', () => {
  test('lie around the fit with the spread of its standard errors', () => {
    const { fit } = valuedShop(5000, { alpha: 1, beta: 9 }, 2).valued
    if (fit.kind !== 'fitted') throw new Error(fit.kind)
    const random = seededRandom(1)
    const draw = churnSampler(fit)!
    const logs = Array.from({ length: 4000 }, () => Math.log(draw(random).alpha / fit.parameters.alpha))
    const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length
    const deviation = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length)
    expect(Math.abs(mean)).toBeLessThan((4 * deviation) / Math.sqrt(logs.length))
    expect(Math.abs(deviation / (fit.standardErrors!.alpha / fit.parameters.alpha) - 1)).toBeLessThan(0.06)
  })

  test('at the boundary keep to one churn for all, as uncertain as the number who left makes it', () => {
    const shops = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => valuedShop(500, { alpha: 5e7, beta: 95e7 }, seed).valued.fit)
    const flat = shops.filter((fit) => fit.kind === 'fitted').filter((fit) => fit.boundary === 'constant-churn')
    expect(flat.length).toBeGreaterThan(1)
    for (const fit of flat) {
      const random = seededRandom(1)
      const draw = churnSampler(fit)!
      const churn = fit.parameters.alpha / (fit.parameters.alpha + fit.parameters.beta)
      const logs = Array.from({ length: 2000 }, () => { const { alpha, beta } = draw(random); return Math.log(alpha / (alpha + beta) / churn) })
      const deviation = Math.sqrt(logs.reduce((sum, value) => sum + value * value, 0) / logs.length)
      // Binomial: the variance of the logarithm of an observed share is (1 - share) / events.
      expect(Math.abs(deviation / Math.sqrt((1 - churn) / fit.left) - 1)).toBeLessThan(0.1)
    }
  })

  test('of a shop that nobody has left: Jeffreys, one half over the months lived; alpha 0, beta 1 stand for it (worked example)', () => {
    const fit = { kind: 'nobody-left', subscribers: 12, monthsObserved: 99 } as const
    const random = seededRandom(3)
    const draw = churnSampler(fit)!
    const churns = Array.from({ length: 4000 }, () => { const { alpha, beta } = draw(random); return alpha / (alpha + beta) })
    expect(churns.reduce((sum, churn) => sum + churn, 0) / churns.length).toBeCloseTo(0.005, 3)
    expect(churnParameters(fit)).toEqual({ alpha: 0, beta: 1 })
  })

  test('without an estimate there are none', () => {
    for (const kind of ['too-few', 'nobody-stayed'] as const) {
      expect(churnSampler({ kind, subscribers: 3 })).toBeNull()
      expect(churnParameters({ kind, subscribers: 3 })).toBeNull()
    }
  })
})
