import { expect, test } from 'vitest'
import { readText } from '../read-sales.ts'

const HEADER = 'order,date,customer,amount'

test('an order is of the day of its sale, also where the refund stands above it', () => {
  const rows = ['1,2026-02-09,Jan,-5.00', '1,2026-01-31,Jan,20.00', '2,2026-02-03,,-1.00', '2,2026-02-01,Piet,3.00']
  const newestFirst = readText(`${HEADER}\n${rows.join('\n')}\n`)
  const oldestFirst = readText(`${HEADER}\n${rows.toReversed().join('\n')}\n`)
  const inOrder = [{ key: '1', day: '2026-01-31', customer: 'name:jan' }, { key: '2', day: '2026-02-01', customer: 'name:piet' }]
  expect(newestFirst.orders).toEqual(inOrder)
  expect(oldestFirst.orders.toReversed()).toEqual(inOrder)
  expect([...newestFirst.sales.orders.contentHashes]).toEqual([...oldestFirst.sales.orders.contentHashes].toReversed())
})
