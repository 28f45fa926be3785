import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { type ChannelCost, matchCosts } from '../../../../shared/cohorts/channels/match-costs.ts'

const day = (text: string) => parseIsoDay(text)!
const customers = {
  labels: ['Google', 'google ', 'Google', 'Flyer', null, 'Google'],
  firstDay: Int32Array.of(day('2024-01-31'), day('2024-01-01'), day('2024-02-01'), day('2024-03-05'), day('2024-01-15'), -1),
  observedUntilDay: day('2024-04-29'),
}

test('C19: cost by month and the customers first seen in those months (worked example)', () => {
  const { byChannel, unmatched } = matchCosts([{ channel: 'GOOGLE', month: '2024-01', costCents: 5000 }], customers)
  expect([...byChannel]).toEqual([['google', { costCents: 5000, rows: [0, 1] }]])
  expect(unmatched).toEqual([])
})

test('C19: rows of one month add up, and a month in which nobody came is paid for all the same', () => {
  const costs = ['2024-02', '2024-02', '2024-03'].map((month): ChannelCost => ({ channel: 'Google', month, costCents: 1000 }))
  expect(matchCosts(costs, customers).byChannel.get('google')).toEqual({ costCents: 3000, rows: [2] })
})

test.each([
  [null, '2024-01', 100, 'unreadable'], ['  ', '2024-01', 100, 'unreadable'], ['Google', '2024-1', 100, 'unreadable'], ['Google', '2024-01', Number.NaN, 'unreadable'],
  ['Radio', '2024-01', 100, 'unknown-channel'],
  ['Google', '2023-12', 100, 'month-not-observed'], ['Google', '2024-04', 100, 'month-not-observed'], ['Google', '2030-01', 100, 'month-not-observed'],
  ['Flyer', '2024-01', 100, 'nobody-came'],
] as const)('C19: a cost of %s in %s of %d is handed back: %4$s', (channel, month, costCents, reason) => {
  expect(matchCosts([{ channel, month, costCents }], customers)).toEqual({ byChannel: new Map(), unmatched: [{ channel, month, costCents, reason }] })
})

test('C19: no cent of cost is lost, and no customer is paid for twice', () => {
  const anyCost = fc.record({
    channel: fc.option(fc.constantFrom('Google', 'google', 'flyer', 'Radio', '')), month: fc.constantFrom('2023-12', '2024-01', '2024-02', '2024-03', '2024-04', 'maart'), costCents: fc.integer({ min: 0, max: 1e6 }),
  })
  fc.assert(fc.property(fc.array(anyCost, { maxLength: 12 }), (costs) => {
    const { byChannel, unmatched } = matchCosts(costs, customers)
    const total = (parts: readonly { readonly costCents: number }[]) => parts.reduce((sum, { costCents }) => sum + costCents, 0)
    expect(total([...byChannel.values()]) + total(unmatched)).toBe(total(costs))
    const rows = [...byChannel.values()].flatMap((cost) => cost.rows)
    expect(new Set(rows).size).toBe(rows.length)
    expect([...byChannel.values()].every((cost) => cost.rows.length > 0)).toBe(true)
  }))
})
