import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPurchase, netRefunds } from '../../../shared/customers/net-refunds.ts'
import { ledgerOf, type TestOrder } from './ledger-of.ts'

function netted(orders: readonly TestOrder[], untilDay?: number) {
  const ledger = ledgerOf(orders)
  const result = netRefunds(ledger, untilDay)
  return { net: [...result.netCents], purchases: Array.from(ledger.days, (_, order) => isPurchase(ledger, result, order)) }
}

describe('a credit note comes off the order it belongs to', () => {
  test('the order with the same product, not the latest (worked example)', () => {
    expect(netted([
      { customer: 1, day: 1, lines: [[7, 2, 5000]] },
      { customer: 1, day: 5, lines: [[8, 1, 2000]] },
      { customer: 1, day: 9, lines: [[7, -1, -2000]] },
    ])).toEqual({ net: [3000, 2000, 0], purchases: [true, true, false] })
  })

  test('the latest of several orders with that product that have enough left', () => {
    expect(netted([
      { customer: 1, day: 1, lines: [[7, 5, 5000]] },
      { customer: 1, day: 2, lines: [[7, 3, 3000]] },
      { customer: 1, day: 3, lines: [[7, 1, 1000]] },
      { customer: 1, day: 4, lines: [[7, -2, -2000]] },
      { customer: 1, day: 5, lines: [[7, -2, -2000]] },
    ]).net).toEqual([3000, 1000, 1000, 0, 0])
  })

  test('an order of the same day counts, one after it does not', () => {
    expect(netted([{ customer: 1, day: 3, lines: [[7, -1, -900]] }, { customer: 1, day: 3, lines: [[7, 1, 900]] }]).net).toEqual([0, 0])
    expect(netted([{ customer: 1, day: 3, lines: [[7, -1, -900]] }, { customer: 1, day: 4, lines: [[7, 1, 900]] }])).toEqual({ net: [-900, 900], purchases: [false, true] })
  })

  test('without a product: the latest order with value left, then the one before it', () => {
    expect(netted([{ customer: 1, day: 1, cents: 4000 }, { customer: 1, day: 2, cents: 1000 }, { customer: 1, day: 3, cents: -1500 }]).net).toEqual([3500, 0, 0])
  })

  test('only the same customer\'s orders', () => {
    expect(netted([{ customer: 1, day: 1, cents: 4000 }, { customer: 2, day: 2, cents: -1500 }])).toEqual({ net: [4000, -1500], purchases: [true, false] })
  })

  test('more than was paid: the rest stays with the credit note and is no purchase', () => {
    expect(netted([{ customer: 1, day: 1, lines: [[7, 1, 1000]] }, { customer: 1, day: 3, lines: [[7, -1, -1300]] }])).toEqual({ net: [0, -300], purchases: [false, false] })
  })

  test('an exchange inside one order stays inside it', () => {
    expect(netted([{ customer: 1, day: 1, cents: 3000 }, { customer: 1, day: 2, lines: [[7, -1, -900], [8, 1, 1200]] }])).toEqual({ net: [3000, 300], purchases: [true, true] })
  })

  test('what was given away free is a purchase, what was wholly taken back is not', () => {
    expect(netted([{ customer: 1, day: 1, cents: 0 }, { customer: 1, day: 2, cents: 500 }, { customer: 1, day: 3, cents: -500 }]).purchases).toEqual([true, false, false])
  })

  test('an order refunded whole within itself is no purchase; one that a discount made free is', () => {
    expect(netted([
      { customer: 1, day: 1, lines: [[7, 1, 4000], [-1, -1, -4000]] },
      { customer: 1, day: 2, lines: [[7, 1, 4000], [-1, 0, -4000]] },
      { customer: 1, day: 3, lines: [[7, 2, 4000], [7, -2, -4000]] },
      { customer: 1, day: 4, lines: [[7, 2, 4000], [7, -1, -2000]] },
    ]).purchases).toEqual([false, true, false, true])
  })

  test('a history cut off knows nothing of what was returned later', () => {
    const orders = [{ customer: 1, day: 1, cents: 4000 }, { customer: 1, day: 9, cents: -4000 }]
    expect(netted(orders, 5).net).toEqual([4000, -4000])
    expect(netted(orders).net).toEqual([0, 0])
  })
})

test('no cent appears or disappears, and no order pays back more than it was', () => {
  const line = fc.tuple(fc.integer({ min: -1, max: 3 }), fc.constantFrom(-2, -1, 1, 2, 3), fc.nat(900)).map(([product, quantity, price]) => [product, quantity, quantity * price] as const)
  const order = fc.record({ customer: fc.integer({ min: 1, max: 3 }), day: fc.nat(6), lines: fc.array(line, { minLength: 1, maxLength: 3 }) })
  fc.assert(fc.property(fc.array(order, { maxLength: 25 }), (orders) => {
    const ledger = ledgerOf(orders)
    const { netCents, refundedCents } = netRefunds(ledger)
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    expect(total(netCents)).toBe(total(ledger.amountCents))
    netCents.forEach((net, i) => {
      const amount = ledger.amountCents[i]!
      if (amount >= 0) {
        expect(net).toBeGreaterThanOrEqual(0)
        expect(net + refundedCents[i]!).toBe(amount)
      } else {
        expect(net).toBeLessThanOrEqual(0)
        expect(net).toBeGreaterThanOrEqual(amount)
      }
    })
  }))
})
