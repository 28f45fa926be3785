import { describe, expect, test } from 'vitest'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { renewalTable, tenureOf } from '../../../../shared/clv/subscription/tenures.ts'

const day = (text: string) => parseIsoDay(text)!
const tenure = (startedOn: string, endedOn: string | null, today: string) =>
  tenureOf({ startedOn: day(startedOn), endedOn: endedOn === null ? null : day(endedOn), amountCents: null }, day(today))

describe('F16: tenures from start and end date', () => {
  test('an open subscription still runs and has not ended today (worked example)', () => {
    expect(tenure('2024-01-01', null, '2024-04-15')).toEqual({ months: 3, left: false, paymentsAhead: null })
    expect(tenure('2024-01-01', '2024-03-01', '2024-04-15')).toEqual({ months: 2, left: true, paymentsAhead: 0 })
  })

  test('a month begun is a month paid', () => {
    expect(tenure('2024-01-01', '2024-03-16', '2024-06-01')).toEqual({ months: 3, left: true, paymentsAhead: 0 })
    expect(tenure('2024-01-01', '2024-01-31', '2024-06-01')).toEqual({ months: 1, left: true, paymentsAhead: 0 })
    expect(tenure('2024-01-01', '2024-01-01', '2024-06-01')).toEqual({ months: 1, left: true, paymentsAhead: 0 })
  })

  test('who left in a month that is not over has no month to come, and stayed until that month began', () => {
    expect(tenure('2024-01-01', '2024-04-10', '2024-04-15')).toEqual({ months: 3, left: false, paymentsAhead: 0 })
  })

  test('an end that is to come leaves the payments until then', () => {
    expect(tenure('2024-01-01', '2024-07-01', '2024-04-15')).toEqual({ months: 3, left: false, paymentsAhead: 2 })
    expect(tenure('2024-01-01', '2024-04-20', '2024-04-15')).toEqual({ months: 3, left: false, paymentsAhead: 0 })
  })

  test('what has not started, or ends before it starts, is none', () => {
    expect(tenure('2024-05-01', null, '2024-04-15')).toBeNull()
    expect(tenure('2024-03-01', '2024-02-01', '2024-04-15')).toBeNull()
  })
})

describe('the renewal table', () => {
  test('who came further stayed in every month before (worked example)', () => {
    const table = renewalTable([{ months: 1, left: true }, { months: 2, left: true }, { months: 2, left: false }])
    expect([...table.stayed]).toEqual([2, 1])
    expect([...table.left]).toEqual([1, 1])
  })

  test('of no month old nothing is known', () => {
    expect(renewalTable([{ months: 0, left: false }, { months: 0, left: false }])).toEqual({ stayed: new Float64Array(0), left: new Float64Array(0) })
    expect(renewalTable([]).stayed).toHaveLength(0)
  })
})
