import { expect, test } from 'vitest'
import { combineOrders, isRefundAlone, type OrderPart } from '../../../shared/import/combine-orders.ts'

type Written = readonly [cents: number, refundedOn?: number, product?: string]
function order(day: number, lines: readonly Written[], customerKey: string | null = 'id:7'): OrderPart {
  return { day, customerKey, lines: lines.map(([amountCents, refundedOn, productKey]) => ({ productKey: productKey ?? 'Mug', quantity: Math.sign(amountCents), amountCents, refundedOn: refundedOn ?? null })) }
}
function combined(stored: OrderPart, incoming: OrderPart) {
  const answer = combineOrders(stored, incoming)
  if (answer?.kind !== 'combined') return answer?.kind ?? null
  const { day, customerKey, lines } = answer.order
  return { day, customerKey, lines: lines.map(({ amountCents, refundedOn }) => [amountCents, refundedOn]) }
}

const sale = order(5, [[4500]])
const refund = order(36, [[-1500]])
const whole = order(5, [[4500], [-1500, 36]])

test('the example: a sale is there, its refund comes in, and once more', () => {
  expect(combined(sale, refund)).toEqual({ day: 5, customerKey: 'id:7', lines: [[4500, null], [-1500, 36]] })
  expect(combined(refund, sale)).toEqual({ day: 5, customerKey: 'id:7', lines: [[-1500, 36], [4500, null]] })
  expect(combined(whole, refund)).toBe('contained')
  expect(combined(whole, sale)).toBe('contained')
  expect(combined(sale, whole)).toBe('replaced')
  expect(combined(refund, whole)).toBe('replaced')
  expect([sale, refund, whole].map(isRefundAlone)).toEqual([false, true, false])
})

test('the same money given back on another day is another refund; without a day of its own it is the same', () => {
  const july = order(67, [[-1500]])
  expect(combined(whole, july)).toMatchObject({ lines: [[4500, null], [-1500, 36], [-1500, 67]] })
  expect(combined(refund, july)).toMatchObject({ day: 36, lines: [[-1500, 36], [-1500, 67]] })
  expect(combined(whole, order(5, [[4500], [-1500, 67]]))).toMatchObject({ lines: [[-1500, 36], [4500, null], [-1500, 67]] })
  const undated = order(5, [[4500], [-1500]])
  expect(combined(undated, refund)).toBe('contained')
  expect(combined(whole, undated)).toBe('contained')
  expect(combined(refund, undated)).toBe('replaced')
})

test('other content of the same day takes the place of what was there; refunds of other days stay', () => {
  expect(combined(whole, order(5, [[4000]]))).toMatchObject({ lines: [[-1500, 36], [4000, null]] })
  expect(combined(whole, order(36, [[-2000]]))).toMatchObject({ lines: [[4500, null], [-2000, 36]] })
  expect(combined(order(5, [[4500], [1000, undefined, 'Tea']]), sale)).toBe('replaced')
  expect(combined(refund, order(36, [[-2000]]))).toBe('replaced')
})

test('a refund that names nobody is of the customer of its sale; of somebody else it is no part of the order', () => {
  const unnamed = order(36, [[-1500]], null)
  for (const answer of [combined(sale, unnamed), combined(unnamed, sale)]) expect(answer).toMatchObject({ customerKey: 'id:7' })
  expect(combined(whole, unnamed)).toBe('contained')
  expect(combined(sale, order(36, [[-1500]], 'id:8'))).toBeNull()
  expect(combined(order(5, [[4500]], null), sale)).toBe('replaced')
  expect(combined(unnamed, order(36, [[-1500], [-100]], null))).toBe('replaced')
})

test('sales of different days are different orders, and money is not given back before it came in', () => {
  expect(combined(sale, order(6, [[4500]]))).toBeNull()
  expect(combined(sale, order(4, [[-1500]]))).toBeNull()
  expect(combined(order(4, [[-1500]]), sale)).toBeNull()
})

test('lines are matched one to one', () => {
  expect(combined(order(5, [[4500], [-500, 36], [-500, 36]]), order(36, [[-500], [-500]]))).toBe('contained')
  expect(combined(order(5, [[4500], [-500, 36]]), order(36, [[-500], [-500]]))).toMatchObject({ lines: [[4500, null], [-500, 36], [-500, 36]] })
})
