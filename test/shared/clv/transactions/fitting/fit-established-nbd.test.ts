import { expect, test } from 'vitest'
import { fitEstablishedNbd } from '../../../../../shared/clv/transactions/fitting/fit-established-nbd.ts'
import { seededRandom } from '../../../../../shared/random.ts'

function poisson(mean: number, random: () => number): number {
  let count = 0
  for (let left = mean + Math.log(1 - random()); left > 0; left += Math.log(1 - random())) count++
  return count
}

/** Customers who all were there before the data begin; who bought nothing in the window is not seen. */
function shop(customers: number, r: number, alpha: number, window: number, seed: number): number[] {
  const random = seededRandom(seed)
  return Array.from({ length: customers }, () => poisson((random.gamma(r) / alpha) * window, () => random.uniform())).filter((count) => count > 0)
}

test('finds back the parameters of simulated customers, though those who bought nothing are not seen (worked example)', () => {
  const { parameters, maximum } = fitEstablishedNbd(shop(40_000, 0.8, 10, 26, 5), 26)
  expect(maximum.converged).toBe(true)
  expect(maximum.evaluations).toBeLessThanOrEqual(12)
  expect(Math.abs(parameters.r / 0.8 - 1)).toBeLessThan(0.05)
  expect(Math.abs(parameters.alpha / 10 - 1)).toBeLessThan(0.05)
})

test('the derivatives are those of the likelihood: no neighbour is better', () => {
  const counts = shop(2_000, 1.3, 20, 52, 9)
  const { parameters: { r, alpha } } = fitEstablishedNbd(counts, 52)
  // P(n) = P(n - 1) (r + n - 1) / n S / (alpha + S), from P(0), over 1 - P(0).
  const logLikelihood = (r: number, alpha: number) => counts.reduce((sum, n) => {
    const none = (alpha / (alpha + 52)) ** r
    let chance = none
    for (let k = 1; k <= n; k++) chance *= ((r + k - 1) / k) * (52 / (alpha + 52))
    return sum + Math.log(chance / (1 - none))
  }, 0)
  const best = logLikelihood(r, alpha)
  for (const factor of [0.98, 1.02]) {
    expect(logLikelihood(r * factor, alpha)).toBeLessThan(best)
    expect(logLikelihood(r, alpha * factor)).toBeLessThan(best)
  }
  expect(fitEstablishedNbd(counts, 52).maximum.value).toBeCloseTo(best, 6)
})

test('with nobody there is no fit, and no figure that is none', () => {
  const { parameters, maximum } = fitEstablishedNbd([0, 0], 26)
  expect(maximum.converged).toBe(false)
  expect(Number.isFinite(parameters.r + parameters.alpha)).toBe(true)
})
