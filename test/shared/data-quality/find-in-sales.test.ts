import { expect, test } from 'vitest'
import { findInSales } from '../../../shared/data-quality/find-in-sales.ts'
import { ledgerOf } from '../customers/ledger-of.ts'

const nobody = (orders: readonly (readonly [id: number, day: number, cents: number])[] = []) => ({
  orderIds: Float64Array.from(orders, ([id]) => id), days: Int32Array.from(orders, ([, day]) => day), amountCents: Float64Array.from(orders, ([, , cents]) => cents),
})

test('one order of 10 by a customer and one of 5 by nobody: 15 of sales, 5 of it without a customer', () => {
  expect(findInSales({ ledger: ledgerOf([{ customer: 1, day: 0, cents: 1000 }]), anonymous: nobody([[9, 31, 500]]), futureOrderIds: [] })).toEqual({
    orders: 2, salesCents: 1500, customers: 1, withoutCustomer: { orders: 1, amountCents: 500 }, commonestDay: { dayOfMonth: 1, orders: 2, months: 2 },
    unmatchedRefunds: [], outliers: null, gaps: null, equalGroups: [],
  })
})

test('a refund that names nobody belongs to no sale; without any customer nobody can tell', () => {
  const ledger = ledgerOf([{ customer: 1, day: 0, cents: 300 }, { customer: 1, day: 2, cents: -500 }])
  expect(findInSales({ ledger, anonymous: nobody([[9, 3, -400]]), futureOrderIds: [] }).unmatchedRefunds).toEqual([{ orderId: 9, cents: -400 }, { orderId: 2, cents: -200 }])
  expect(findInSales({ ledger: ledgerOf([]), anonymous: nobody([[9, 3, -400]]), futureOrderIds: [] }).unmatchedRefunds).toBeNull()
})

test('an order that was given back does not stand out; one that names nobody can', () => {
  const ordinary = Array.from({ length: 30 }, (_, day) => ({ customer: day, day, cents: 1000 }))
  const ledger = ledgerOf([...ordinary, { customer: 99, day: 5, cents: 90_000 }, { customer: 99, day: 6, cents: -90_000 }])
  expect(findInSales({ ledger, anonymous: nobody([[500, 7, 80_000]]), futureOrderIds: [] }).outliers).toEqual({ orders: [{ orderId: 500, cents: 80_000 }], boundCents: 5000 })
})

test('a date that cannot be right says nothing about the rhythm, its money counts', () => {
  const ordinary = Array.from({ length: 70 }, (_, day) => ({ customer: 1, day, cents: 1000 }))
  const ledger = ledgerOf([...ordinary, { customer: 1, day: 400, cents: 1000 }])
  expect(findInSales({ ledger, anonymous: nobody(), futureOrderIds: [] }).gaps?.gaps).toHaveLength(1)
  const told = findInSales({ ledger, anonymous: nobody(), futureOrderIds: [71] })
  expect(told.gaps).toEqual({ gaps: [], observedDays: 70 })
  expect(told.salesCents).toBe(71_000)
})
