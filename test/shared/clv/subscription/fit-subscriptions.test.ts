import { describe, expect, test } from 'vitest'
import { fitSubscriptions, type SubscriptionFit } from '../../../../shared/clv/subscription/fit-subscriptions.ts'
import { constantChurn } from '../../../../shared/clv/subscription/lifespan.ts'
import { churnProbability, survivor } from '../../../../shared/clv/subscription/shifted-beta-geometric.ts'
import { renewalTable, tenureOf, type RenewalTable } from '../../../../shared/clv/subscription/tenures.ts'
import { dataMissing, dataText, MISSING } from '../reference-data.ts'
import { simulateSubscribers } from './simulated-subscribers.ts'

function fitted(table: RenewalTable): Extract<SubscriptionFit, { kind: 'fitted' }> {
  const fit = fitSubscriptions(table)
  if (fit.kind !== 'fitted') throw new Error(`not fitted: ${fit.kind}`)
  return fit
}

/** Survivors per cent by year, 1,000 customers at the start. */
function cohort(survivors: readonly number[]): RenewalTable {
  const counts = survivors.map((percent) => percent * 10)
  return { stayed: Float64Array.from(counts.slice(1)), left: Float64Array.from(counts.slice(1), (count, i) => counts[i]! - count) }
}

const REGULAR = cohort([100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1])
const HIGH_END = cohort([100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1])

describe('published (Fader & Hardie 2007, seven years; log-likelihoods by scipy)', () => {
  test.each([
    ['Regular', REGULAR, 0.704, 1.182, -1680.2651884632862],
    ['High End', HIGH_END, 0.668, 3.806, -1611.1581473911551],
  ] as const)('%s (worked example)', (_name, table, alpha, beta, value) => {
    const fit = fitted(table)
    expect(fit.parameters.alpha).toBeCloseTo(alpha, 3)
    expect(fit.parameters.beta).toBeCloseTo(beta, 3)
    expect(fit.logLikelihood).toBeCloseTo(value, 7)
    expect(fit).toMatchObject({ converged: true, boundary: null, identifiable: true, subscribers: 1000 })
    expect(fit.gradientNorm).toBeLessThan(1e-3)
    expect(fit.iterations).toBeLessThan(12)
    // The same from beta functions, as the paper writes it.
    let sum = 0
    table.left.forEach((count, i) => { sum += count * Math.log(churnProbability(fit.parameters, i + 1)) })
    expect(sum + table.stayed.at(-1)! * Math.log(survivor(fit.parameters, 7))).toBeCloseTo(fit.logLikelihood, 8)
  })

  test('no neighbour is better, and the standard errors are those of the curvature', () => {
    const fit = fitted(REGULAR)
    const at = (alpha: number, beta: number) => {
      let sum = REGULAR.stayed.at(-1)! * Math.log(survivor({ alpha, beta }, 7))
      REGULAR.left.forEach((count, i) => { sum += count * Math.log(churnProbability({ alpha, beta }, i + 1)) })
      return sum
    }
    const { alpha, beta } = fit.parameters
    const step = 1e-3
    const top = at(alpha, beta)
    const aa = (2 * top - at(alpha + step, beta) - at(alpha - step, beta)) / step ** 2
    const bb = (2 * top - at(alpha, beta + step) - at(alpha, beta - step)) / step ** 2
    const ab = -(at(alpha + step, beta + step) - at(alpha + step, beta - step) - at(alpha - step, beta + step) + at(alpha - step, beta - step)) / (4 * step ** 2)
    expect(Math.min(aa, bb, aa * bb - ab * ab)).toBeGreaterThan(0)
    expect(Math.abs(fit.standardErrors!.alpha / Math.sqrt(bb / (aa * bb - ab * ab)) - 1)).toBeLessThan(1e-3)
    expect(Math.abs(fit.standardErrors!.beta / Math.sqrt(aa / (aa * bb - ab * ab)) - 1)).toBeLessThan(1e-3)
  })
})

const tableOf = (subscribers: number, truth: { alpha: number, beta: number }, seed: number, { months = 36, midMonth = false } = {}) => {
  const { subscriptions, observedUntilDay } = simulateSubscribers(subscribers, truth, { months, laterMonths: 0, seed, midMonth })
  return renewalTable(subscriptions.map((subscription) => tenureOf(subscription, observedUntilDay)!))
}

describe('simulated subscribers, most of them still running (censored)', () => {
  test('known parameters come back, as close as the standard errors say', () => {
    const truth = { alpha: 1.2, beta: 10 }
    const seeds = Array.from({ length: 12 }, (_, i) => i + 1)
    let squares = 0
    for (const seed of seeds) {
      const fit = fitted(tableOf(3000, truth, seed))
      expect(fit).toMatchObject({ converged: true, identifiable: true })
      const errors = [Math.log(fit.parameters.alpha / truth.alpha), Math.log(fit.parameters.beta / truth.beta)]
      // Errors' = L z for information L L': z is standard normal, so that its squares are 2 on average.
      for (let i = 0; i < 2; i++) for (let j = 0; j < 2; j++) squares += errors[i]! * fit.logInformation[i * 2 + j]! * errors[j]!
      expect(Math.abs(fit.parameters.alpha / truth.alpha - 1)).toBeLessThan(0.4)
    }
    expect(squares / seeds.length).toBeGreaterThan(0.8)
    expect(squares / seeds.length).toBeLessThan(4)
  })

  test('F16: they come back too in a young shop where people leave on any day of a month, those of the month that is not over among them', () => {
    let squares = 0
    for (const seed of [31, 32, 33, 34]) {
      const fit = fitted(tableOf(8_000, { alpha: 1.2, beta: 10 }, seed, { months: 8, midMonth: true }))
      const errors = [Math.log(fit.parameters.alpha / 1.2), Math.log(fit.parameters.beta / 10)]
      for (let i = 0; i < 2; i++) for (let j = 0; j < 2; j++) squares += errors[i]! * fit.logInformation[i * 2 + j]! * errors[j]!
    }
    expect(squares / 4).toBeLessThan(5)
  })

  test('one churn for all: a boundary said in words, and the retention is right', () => {
    let flat = 0
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const fit = fitted(tableOf(500, { alpha: 5e7, beta: 95e7 }, seed))
      expect(fit.converged).toBe(true)
      if (fit.boundary === 'constant-churn') {
        flat++
        expect(fit.identifiable).toBe(false)
        expect(survivor(fit.parameters, 12)).toBeCloseTo(0.95 ** 12, 1)
      }
    }
    expect(flat).toBeGreaterThan(1)
  })

  test('every kind of shop, large or small, ends converged and finite, or says why not', () => {
    let fits = 0
    for (const [alpha, beta] of [[1, 1], [0.1, 0.1], [0.3, 30], [50, 50], [5, 0.1], [0.01, 1], [200, 2], [2, 400]] as const) {
      for (const [subscribers, seed] of [[10, 1], [10, 2], [40, 3], [40, 4], [1000, 5]] as const) {
        const fit = fitSubscriptions(tableOf(subscribers, { alpha, beta }, seed))
        if (fit.kind !== 'fitted') continue
        fits++
        expect(fit.converged, `${subscribers} of ${alpha}, ${beta}`).toBe(true)
        expect([fit.parameters.alpha, fit.parameters.beta, fit.logLikelihood, ...fit.logInformation].every(Number.isFinite)).toBe(true)
        expect(Math.min(fit.parameters.alpha, fit.parameters.beta)).toBeGreaterThan(0)
      }
    }
    expect(fits).toBe(27)
  })
})

describe('nothing to fit', () => {
  const same = (count: number, months: number, left: boolean) => Array.from({ length: count }, () => ({ months, left }))

  test('F3: nobody left yet is said, not an infinity', () => {
    expect(fitSubscriptions(renewalTable(same(12, 5, false)))).toEqual({ kind: 'nobody-left', subscribers: 12, monthsObserved: 60 })
    expect(fitSubscriptions(renewalTable(same(1, 5, false)))).toEqual({ kind: 'nobody-left', subscribers: 1, monthsObserved: 5 })
  })

  test('nobody ever stayed, too few, none', () => {
    expect(fitSubscriptions(renewalTable(same(12, 1, true)))).toEqual({ kind: 'nobody-stayed', subscribers: 12 })
    expect(fitSubscriptions(renewalTable([...same(8, 4, false), ...same(1, 2, true)]))).toEqual({ kind: 'too-few', subscribers: 9 })
    expect(fitSubscriptions(renewalTable([]))).toEqual({ kind: 'too-few', subscribers: 0 })
  })

  test('one month known tells how many leave, not how differently', () => {
    const fit = fitted(renewalTable([...same(15, 1, false), ...same(5, 1, true)]))
    expect(fit.identifiable).toBe(false)
    expect(survivor(fit.parameters, 1)).toBeCloseTo(0.75, 6)
  })
})

describe('7,043 telephone customers (IBM Telco)', () => {
  test.skipIf(dataMissing)(`F16: the fit follows the Kaplan-Meier curve of the same customers ${MISSING}`, () => {
    const [header = '', ...lines] = dataText('telco_churn.csv.gz').split('\n')
    const at = (name: string) => header.trim().split(',').indexOf(name)
    const rows = lines.map((line) => line.trim().split(',')).map((cells) => ({ months: Number(cells[at('tenure')]), left: cells[at('Churn')] === 'Yes' }))
    expect(rows).toHaveLength(7043)
    const table = renewalTable(rows)
    const fit = fitted(table)
    expect(fit).toMatchObject({ converged: true, boundary: null, identifiable: true, subscribers: 7032, left: 1869 })
    // By scipy from the beta functions: .13673308, 4.03281507, -10465.424706735.
    expect(fit.parameters.alpha).toBeCloseTo(0.136733, 5)
    expect(fit.parameters.beta).toBeCloseTo(4.0328, 4)
    expect(fit.logLikelihood).toBeCloseTo(-10465.4247067, 6)
    // Kaplan & Meier 1958: the product of the shares that stayed.
    let curve = 1
    let constant = 1
    let worst = 0
    let worstOfFiveYears = 0
    let worstConstant = 0
    table.stayed.forEach((stayed, i) => {
      curve *= stayed / (stayed + table.left[i]!)
      constant *= 1 - constantChurn(table)!
      worst = Math.max(worst, Math.abs(curve - survivor(fit.parameters, i + 1)))
      if (i < 60) worstOfFiveYears = worst
      worstConstant = Math.max(worstConstant, Math.abs(curve - constant))
    })
    expect(curve).toBeCloseTo(0.5928, 4)
    // Widest at six years, which few have reached.
    expect(worst).toBeLessThan(0.068)
    expect(worstOfFiveYears).toBeLessThan(0.035)
    expect(worstConstant).toBeGreaterThan(worst)
    const left = 1869
    const stayed = table.stayed.reduce((sum, count) => sum + count, 0)
    const withoutDifferences = left * Math.log(left / (left + stayed)) + stayed * Math.log(stayed / (left + stayed))
    expect(fit.logLikelihood - withoutDifferences).toBeGreaterThan(370)
  })
})
