import { expect, test } from 'vitest'
import { averageLifespanMonths, constantChurn } from '../../../../shared/clv/subscription/lifespan.ts'
import { renewalTable, tenureOf } from '../../../../shared/clv/subscription/tenures.ts'

test('F7: the lifespan comes from start and end dates, running subscriptions with the months they have had (worked example)', () => {
  const table = renewalTable([{ months: 1, left: true }, { months: 2, left: true }, { months: 2, left: false }])
  expect(constantChurn(table)).toBe(0.4)
  expect(averageLifespanMonths(table)).toBe(2.5)
  // Started 90 days ago and running, or ended today, is not the same.
  const subscription = { startedOn: 0, endedOn: null, amountCents: 1000 }
  const ended = tenureOf({ ...subscription, endedOn: 90 }, 90)!
  expect(averageLifespanMonths(renewalTable([ended, tenureOf(subscription, 90)!]))).toBe(6)
  expect(averageLifespanMonths(renewalTable([ended, ended]))).toBe(3)
})

test('F3: where nobody left there is no lifespan, and no infinity', () => {
  const table = renewalTable([{ months: 5, left: false }])
  expect(constantChurn(table)).toBe(0)
  expect(averageLifespanMonths(table)).toBeNull()
  expect(constantChurn(renewalTable([]))).toBeNull()
  expect(averageLifespanMonths(renewalTable([]))).toBeNull()
})
