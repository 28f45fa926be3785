import { expect, test } from 'vitest'
import { addedNothing, controlTotalOf } from '../../../renderer/data/result/control-total.ts'
import { batch } from './batches.ts'

test('the parts are what was sold and each kind of row set aside, and add up to the total', () => {
  const { parts, rows, totalCents, differenceCents } = controlTotalOf(batch)
  expect(parts.map((part) => part.kind)).toEqual(['net-sales', 'fee', 'date-unreadable', 'amount-missing'])
  expect(parts.reduce((sum, part) => sum + part.amountCents, 0)).toBe(totalCents)
  expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(rows)
  expect(differenceCents).toBe(0)
})

test('parts that do not add up are said out loud', () => {
  expect(controlTotalOf({ ...batch, controlTotalCents: batch.controlTotalCents + 1 }).differenceCents).toBe(1)
})

test('a file that was imported before added nothing; a new or a changed order is something', () => {
  const again = { ...batch, newOrders: 0, knownOrders: 5 }
  expect(addedNothing(again)).toBe(true)
  expect(addedNothing({ ...again, changedOrders: 1 })).toBe(false)
  expect(addedNothing(batch)).toBe(false)
  expect(addedNothing({ ...batch, newOrders: 0 })).toBe(false)
})

test('rows that were mended are a part of their own', () => {
  const mended = { ...batch, rowsRejected: 3, rejectedByReason: batch.rejectedByReason.slice(1), mended: { batchId: 2, rows: 1, amountCents: 250 } }
  const { parts, differenceCents } = controlTotalOf(mended)
  expect(parts.map(({ kind, rows }) => [kind, rows])).toEqual([['net-sales', 8], ['mended', 1], ['fee', 2], ['amount-missing', 1]])
  expect(differenceCents).toBe(0)
})
