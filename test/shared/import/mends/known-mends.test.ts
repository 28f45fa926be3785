import { expect, test } from 'vitest'
import { inspectFile } from '../../../../shared/import/inspect-file.ts'
import { readingOf, sourceOf, textOfReading } from '../../../../shared/import/mends/reading-text.ts'
import type { Mend } from '../../../../shared/import/mends/known-mends.ts'
import { createSalesReader } from '../../../../shared/import/sales-reader.ts'
import { squareTransactions } from '../../../../shared/import/formats/tills/square-transactions.ts'
import { inWords } from '../read-sales.ts'

const HEADER = 'order,date,customer,amount'
const bad = 'A2,2024-02-30,8,5.00'

function read(rows: readonly string[], mends: readonly Mend[]) {
  const bytes = new TextEncoder().encode([HEADER, ...rows].join('\r\n'))
  const { plan } = inspectFile(bytes, 'sales.csv', bytes.length)
  const reader = createSalesReader(plan, mends)
  for (let start = 0; start < bytes.length; start += 7) reader.feed(bytes.subarray(start, start + 7))
  const sales = reader.finish()
  return { ...inWords(sales), rowsRead: sales.rowsRead, mended: reader.mended }
}

test('a row that was mended before is read as it was mended, on its own line; others as they stand', () => {
  const { lines, rejected, rowsRead, mended } = read(
    ['A1,2024-01-31,7,10.00', bad, 'A3,2024-02-31,7,1.00', 'A4,2024-03-01,7,2.00,surplus'],
    [{ batchId: 1, original: bad, mended: 'A2,2024-02-29,8,5.00' }, { batchId: 1, original: 'A4,2024-03-01,7,2.00,surplus', mended: 'A4,2024-03-01,7,2.00' }])
  expect(lines).toMatchObject([{ order: 'A1', line: 2 }, { order: 'A2', line: 3, cents: 500 }, { order: 'A4', line: 5, cents: 200 }])
  expect(rejected).toMatchObject([{ line: 4, reason: 'date-impossible' }])
  expect(rowsRead).toBe(4)
  expect(mended.map(({ lineNumber }) => lineNumber)).toEqual([3, 5])
})

test('a mend stands for as many rows as were mended; of two imports the newer is believed', () => {
  const once = [{ batchId: 1, original: bad, mended: 'A2,2024-02-28,8,5.00' }, { batchId: 2, original: bad, mended: 'A2,2024-02-29,8,5.00' }]
  for (const mends of [once, once.toReversed()]) {
    expect(read([bad, bad], mends)).toMatchObject({ orders: [{ key: 'A2', day: '2024-02-29' }], lines: [{ line: 2 }], rejected: [{ line: 3 }] })
  }
  const twice = [...once, { batchId: 2, original: bad, mended: 'A2,2024-03-01,8,6.00' }]
  expect(read([bad, bad], twice)).toMatchObject({ lines: [{ line: 2, cents: 500 }, { line: 3, cents: 600 }], rejected: [] })
})

test('a reading comes back from its text as it was, its patterns too', () => {
  const header = Object.values(squareTransactions.columns).flatMap((names) => names ?? [])
  const bytes = new TextEncoder().encode([header.join(','), header.map(() => '1').join(',')].join('\n'))
  const { plan, preview } = inspectFile(bytes, 'square.csv', bytes.length)
  const reading = { plan: { ...plan, rules: { ...plan.rules, rowKinds: [{ conditions: [{ column: 1, pattern: /^Refund$/iu }], kind: 'refund' as const }] } }, columnNames: preview.columns.map(({ name }) => name) }
  expect(readingOf(textOfReading(reading))).toEqual(reading)
  expect(sourceOf(readingOf(textOfReading(reading)))).toBe(sourceOf(reading))
})
