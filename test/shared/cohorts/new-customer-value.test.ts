import { describe, expect, test } from 'vitest'
import { newCustomerValue } from '../../../shared/cohorts/new-customer-value.ts'
import { seededRandom } from '../../../shared/random.ts'

type Cells = readonly [customers: number, ...cells: number[]]
const cohortsOf = (cohorts: readonly Cells[]) => cohorts.map(([customers, ...cells]) => ({ customers, completeMonths: cells.length, revenueCents: Float64Array.from(cells), grossProfitCents: null }))
const valueOf = (cohorts: readonly Cells[]) => newCustomerValue({ basis: 'revenue', cohorts: cohortsOf(cohorts) }).byMonth

test('C17: published: the additive method on the triangle of Schmidt (2006), example F', () => {
  // Cumulative losses and premiums by year; premium stands for customers, a year for a month. Ultimates by casact/chainladder-python, test_incremental.py.
  const triangle: readonly (readonly number[])[] = [
    [4025, 1001, 1855, 2423, 2988, 3335, 3483], [4456, 1113, 2103, 2774, 3422, 3844], [5315, 1265, 2433, 3233, 3977], [5986, 1490, 2873, 3880], [6939, 1725, 3261], [8158, 1889],
  ]
  const ultimates = [3483, 4007.84795031, 4654.36196862, 5492.00685523, 6198.10197128, 7152.82539296]
  // In units of a millionth, so that whole cents round nothing away.
  const cells = triangle.map(([premium, ...losses]): Cells => [premium!, ...losses.map((loss, at) => (loss - (losses[at - 1] ?? 0)) * 1e6)])
  const byMonth = valueOf(cells)
  triangle.forEach(([premium, ...losses], at) => {
    const later = byMonth.at(-1)!.valueCents - byMonth[losses.length - 1]!.valueCents
    expect(losses.at(-1)! + (premium! * later) / 1e6).toBeCloseTo(ultimates[at]!, 2)
  })
  expect(byMonth.map(({ cohorts }) => cohorts)).toEqual([6, 5, 4, 3, 2, 1])
})

test('C17: three cohorts with their range (worked example, Student\'s prediction interval)', () => {
  const cohorts: readonly Cells[] = [[100, 100_000], [100, 120_000], [100, 140_000]]
  expect(valueOf(cohorts)).toEqual([{ months: 1, valueCents: 1200, range: { p10: 765, p90: 1635 }, cohorts: 3, customers: 300, isThin: false }])
  // Two cohorts tell nothing of how much cohorts differ; nor do three with too few customers make an average.
  expect(valueOf(cohorts.slice(1))).toMatchObject([{ valueCents: 1300, range: null, isThin: true }])
  expect(valueOf([[6, 600], [6, 600], [7, 700]])).toMatchObject([{ valueCents: 100, range: { p10: 100, p90: 100 }, customers: 19, isThin: true }])
})

test('a range does not go below zero for a value above it, and does where money was lost', () => {
  expect(valueOf([[10, 0], [10, 100], [10, 5000]])[0]!.range!.p10).toBe(0)
  expect(valueOf([[10, 0], [10, -100], [10, -5000]])[0]!.range!.p10).toBeLessThan(-500)
})

test('C17: incomplete cells count nowhere, a margin makes it gross profit, and without complete cells there is nothing', () => {
  const cohort = { customers: 10, completeMonths: 1, revenueCents: Float64Array.of(1000, 999_999), grossProfitCents: Float64Array.of(400, 399_999) }
  expect(newCustomerValue({ basis: 'gross-profit', cohorts: [cohort, { ...cohort, completeMonths: 0 }] })).toEqual({
    basis: 'gross-profit', byMonth: [{ months: 1, valueCents: 40, range: null, cohorts: 1, customers: 10, isThin: true }],
  })
  expect(newCustomerValue({ basis: 'revenue', cohorts: [{ ...cohort, completeMonths: 0 }] }).byMonth).toEqual([])
  expect(newCustomerValue({ basis: 'revenue', cohorts: [] }).byMonth).toEqual([])
})

describe('simulated cohorts', () => {
  const truth = [4000, 900, 700, 550, 450, 380, 320, 280]

  test('C17: recovers what a customer brings though most cohorts were seen for a short time', () => {
    const random = seededRandom(7)
    const cohorts = Array.from({ length: 40 }, (_, at): Cells => {
      const customers = 30 + Math.floor(random.uniform() * 60)
      const seen = Math.min(truth.length, 1 + Math.floor((40 - at) / 3))
      return [customers, ...truth.slice(0, seen).map((mean) => customers * mean + Math.sqrt(customers) * mean * random.normal())]
    })
    let expected = 0
    valueOf(cohorts).forEach(({ valueCents }, month) => {
      expected += truth[month]!
      expect(Math.abs(valueCents / expected - 1)).toBeLessThan(0.05)
    })
  })

  test('C17: the range holds the average of the next cohort eight times in ten', () => {
    const random = seededRandom(11)
    const average = () => 1000 + 150 * random.normal()
    let below = 0
    let above = 0
    const runs = 4000
    for (let run = 0; run < runs; run++) {
      const [month] = valueOf(Array.from({ length: 6 }, (): Cells => [50, 50 * average()]))
      const next = average()
      if (next < month!.range!.p10) below++
      if (next > month!.range!.p90) above++
    }
    expect(Math.abs(below / runs - 0.1)).toBeLessThan(0.015)
    expect(Math.abs(above / runs - 0.1)).toBeLessThan(0.015)
  })
})
