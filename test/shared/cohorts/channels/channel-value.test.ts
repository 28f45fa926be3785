import { expect, test } from 'vitest'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { type ChannelInput, channelValues } from '../../../../shared/cohorts/channels/channel-value.ts'
import { seededRandom } from '../../../../shared/random.ts'
import type { TestOrder } from '../../customers/ledger-of.ts'
import { shopOf } from '../shop-of.ts'

const START = parseIsoDay('2024-01-10')!
const UNTIL = parseIsoDay('2024-12-31')!

type Channel = { readonly name: string | null; readonly customers: number; readonly startDay?: number; readonly orders: readonly (readonly [afterDays: number, cents: number])[] }

/** Every customer of a channel comes on the same day and buys the same; value is net revenue times margin plus a spread of `spread` cents up and down. */
function reportOf(channels: readonly Channel[], costs: ChannelInput['costs'], { margin = 0.5, spread = 100 }: { margin?: number | null; spread?: number } = {}) {
  const orders: TestOrder[] = []
  const labels: (string | null)[] = []
  for (const { name, customers, startDay = START, orders: own } of channels) {
    for (let i = 0; i < customers; i++) {
      labels.push(name)
      orders.push(...own.map(([after, cents]) => ({ customer: labels.length, day: startDay + after, cents })))
    }
  }
  const shop = shopOf(orders, margin, UNTIL)
  const cents = shop.summary.netCents.map((net, row) => net * (margin ?? 1) + (row % 2 === 0 ? spread : -spread))
  return channelValues({ ...shop, channels: labels, costs, clv: { basis: margin === null ? 'revenue' : 'gross-profit', cents }, most: 10 })
}
const january = (channel: string, costCents: number) => ({ channel, month: '2024-01', costCents })

test('C19: cost per customer, ratio and payback of a channel (worked example)', () => {
  const { basis, channels, unmatchedCosts } = reportOf([{ name: 'Google', customers: 25, orders: [[0, 6000]] }], [january('google', 50_000), january('Radio', 9900)], { spread: 0 })
  expect(basis).toBe('gross-profit')
  expect(channels).toEqual([{
    group: { kind: 'label', label: 'Google' }, customers: 25, isThin: false, clv: { meanCents: 3000, range: { lowCents: 3000, highCents: 3000 } },
    acquisition: {
      customers: 25, isThin: false, costCents: 50_000, acquisitionCostCents: 2000, clv: { meanCents: 3000, range: { lowCents: 3000, highCents: 3000 } },
      clvToCostRatio: 1.5, ratioRange: { low: 1.5, high: 1.5 }, payback: { kind: 'paid-back', months: 1 }, budgetShift: null,
    },
  }])
  expect(unmatchedCosts).toEqual([{ ...january('Radio', 9900), reason: 'unknown-channel' }])
})

const paybackOf = (orders: Channel['orders'], costCents: number, margin: number | null = 0.5) =>
  reportOf([{ name: 'Google', customers: 20, orders }], [january('Google', 20 * costCents)], { margin }).channels[0]!.acquisition!.payback

test('C19, B3: payback is in whole months on margin, for good, or not within the months seen', () => {
  // 10 January and 500 a month: whoever came in January was seen to the end for 11 months.
  const monthly = Array.from({ length: 11 }, (_, month) => [month * 31, 1000] as const)
  expect(paybackOf(monthly, 500)).toEqual({ kind: 'paid-back', months: 1 })
  expect(paybackOf(monthly, 501)).toEqual({ kind: 'paid-back', months: 2 })
  expect(paybackOf(monthly, 2000)).toEqual({ kind: 'paid-back', months: 4 })
  expect(paybackOf(monthly, 0)).toEqual({ kind: 'paid-back', months: 0 })
  expect(paybackOf(monthly, 6000)).toEqual({ kind: 'not-within-months-seen', monthsSeen: 11 })
  // The same sales cover the cost as revenue, which pays no cost.
  expect(paybackOf(monthly, 2000, null)).toEqual({ kind: 'margin-unknown' })
})

test('C30: without a margin the ratio is of revenue, and says so', () => {
  const { basis, channels } = reportOf([{ name: 'Google', customers: 25, orders: [[0, 6000]] }], [january('Google', 50_000)], { margin: null, spread: 0 })
  expect([basis, channels[0]!.acquisition!.clvToCostRatio]).toEqual(['revenue', 3])
})

test('C19: cost and value are of the same customers; who came in months without a cost are beside them', () => {
  const { channels } = reportOf(
    [{ name: 'Google', customers: 20, orders: [[0, 6000]] }, { name: 'Google', customers: 30, startDay: START + 60, orders: [[0, 20_000]] }],
    [january('Google', 20_000)], { spread: 0 },
  )
  expect(channels[0]).toMatchObject({ customers: 50, clv: { meanCents: (20 * 3000 + 30 * 10_000) / 50 }, acquisition: { customers: 20, acquisitionCostCents: 1000, clv: { meanCents: 3000 }, clvToCostRatio: 3 } })
  // Whoever came in March would have earned it back.
  const dearer = reportOf(
    [{ name: 'Google', customers: 20, orders: [[0, 6000]] }, { name: 'Google', customers: 30, startDay: START + 60, orders: [[0, 20_000]] }],
    [january('Google', 80_000)], { spread: 0 },
  )
  expect(dearer.channels[0]!.acquisition!.payback).toEqual({ kind: 'not-within-months-seen', monthsSeen: 11 })
})

test('C19: a shift only between channels that are not thin and whose ranges lie apart', () => {
  const orders = [[0, 6000]] as const
  const channels = [
    { name: 'Dear', customers: 40, orders }, { name: 'Cheap', customers: 40, orders }, { name: 'Cheap too', customers: 40, orders }, { name: 'Thin', customers: 19, orders }, { name: null, customers: 25, orders },
  ]
  const shiftsAt = (spread: number) => {
    const report = reportOf(channels, [january('Dear', 80_000), january('Cheap', 40_000), january('Cheap too', 41_000), january('Thin', 1900)], { spread })
    return Object.fromEntries(report.channels.map(({ group, acquisition }) => [group.kind === 'label' ? group.label : group.kind, acquisition && acquisition.budgetShift]))
  }
  expect(shiftsAt(500)).toEqual({ 'Dear': 'less', 'Cheap': 'more', 'Cheap too': 'more', 'Thin': null, 'unlabeled': null })
  // With 4000 up and down a mean of 40 customers is known to 1300: the ranges overlap.
  expect(shiftsAt(4000)).toEqual({ 'Dear': null, 'Cheap': null, 'Cheap too': null, 'Thin': null, 'unlabeled': null })
})

test('C19: among five channels that are the same, hardly ever one is told to get more', () => {
  const random = seededRandom(5)
  const names = ['a', 'b', 'c', 'd', 'e']
  let told = 0
  const runs = 400
  const shop = shopOf(Array.from({ length: 200 }, (_, row) => ({ customer: row, day: START, cents: 1000 })), null, UNTIL)
  for (let run = 0; run < runs; run++) {
    const cents = Float64Array.from({ length: 200 }, () => 1000 * random.gamma(1))
    const { channels } = channelValues({ ...shop, channels: Array.from(cents, (_, row) => names[row % 5]!), costs: names.map((name) => january(name, 10_000)), clv: { basis: 'revenue', cents }, most: 10 })
    if (channels.some(({ acquisition }) => acquisition?.budgetShift)) told++
  }
  expect(told / runs).toBeLessThan(0.08)
})

test('small channels together, channels with a cost apart; without customers there are none', () => {
  const shop = shopOf(Array.from({ length: 6 }, (_, row) => ({ customer: row, day: START, cents: 1000 })), 0.5, UNTIL)
  const input = { ...shop, channels: ['a', 'a', 'b', 'c', 'd', null], costs: [january('c', 0)], clv: { basis: 'gross-profit', cents: shop.summary.netCents }, most: 1 } as const
  const { channels } = channelValues(input)
  expect(channels.map(({ group, customers }) => [group, customers])).toEqual([
    [{ kind: 'label', label: 'a' }, 2], [{ kind: 'label', label: 'c' }, 1], [{ kind: 'others', labels: 2 }, 2], [{ kind: 'unlabeled' }, 1],
  ])
  // Nothing was paid: no ratio, and nothing to earn back.
  expect(channels[1]!.acquisition).toMatchObject({ clvToCostRatio: null, ratioRange: null, payback: { kind: 'paid-back', months: 0 } })
  expect(channelValues({ ...input, ...shopOf([], 0.5, UNTIL), channels: [] })).toEqual({ basis: 'gross-profit', channels: [], unmatchedCosts: [{ ...january('c', 0), reason: 'unknown-channel' }] })
})
