import { describe, expect, test } from 'vitest'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { layOutTimeline } from '../../../renderer/customers/detail/timeline-layout.ts'

type Order = CustomerDetail['orders'][number]
const order = (orderedOn: string, kind: Order['kind']): Order => ({ orderId: orderedOn, orderedOn, kind, amountCents: 100, netCents: 100, lines: 1, products: [] })
const newestFirst = [order('2026-01-21', 'refund'), order('2026-01-11', 'repeat'), order('2026-01-01', 'first')]

describe('the timeline', () => {
  test('runs from the first order to the end of the sales', () => {
    const layout = layOutTimeline(newestFirst, '2026-02-10', null)
    expect(layout?.marks.map(({ kind, place }) => [kind, place])).toEqual([['first', 0], ['repeat', 0.25], ['refund', 0.5]])
    expect(layout).toMatchObject({ from: '2026-01-01', until: '2026-02-10', endPlace: 1, nextPlace: null })
  })

  test('makes room for a purchase that is still to come', () => {
    const layout = layOutTimeline(newestFirst, '2026-01-31', '2026-02-10')
    expect(layout).toMatchObject({ endPlace: 0.75, nextPlace: 1 })
  })

  test('does not point back at one that is overdue', () => {
    expect(layOutTimeline(newestFirst, '2026-02-10', '2026-02-10')?.nextPlace).toBeNull()
  })

  test('one order on the last day has a place', () => {
    expect(layOutTimeline([order('2026-01-01', 'first')], '2026-01-01', null)).toMatchObject({ marks: [{ place: 0 }], endPlace: 0 })
  })

  test('ends with the last order of who only brought things back: no purchase tells how far the sales go', () => {
    expect(layOutTimeline([order('2026-01-05', 'refund'), order('2026-01-01', 'refund')], '', null)).toMatchObject({ until: '2026-01-05', endPlace: 1 })
  })

  test('is not there without orders', () => expect(layOutTimeline([], '2026-01-01', null)).toBeNull())
})
