import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { rejectReasons } from '../../../shared/contract/data.ts'
import { columnBytes, readBytes, readWithPlan, rowsAccepted, sum, texts } from './read-sales.ts'

/** Real data lies beside the project; where it is not there these tests are skipped. */
const DATA = new URL('../../../../shared/data/', import.meta.url)
const at = (name: string) => new URL(name, DATA)

const retail = at('online_retail.csv.gz')
test.skipIf(!existsSync(retail))('Online Retail: every row is counted, and the parts add up to its control total', () => {
  const bytes = gunzipSync(readFileSync(retail))
  const { preview, plan, sales } = readBytes(bytes)
  expect(preview.questions).toEqual([])
  expect(preview.columns.map(({ field }) => field)).toEqual(['orderId', 'productId', 'productName', 'quantity', 'date', 'unitPrice', 'customerId', null])
  expect(sales.rowsRead).toBe(541_909)
  expect(rowsAccepted(sales) + sales.rejected.reasons.length).toBe(541_909)
  expect(sum(sales.lines.amountCents) + sum(sales.rejected.amountCents)).toBe(974_774_793)
  expect(sales.customersNamed).toBe(4_372)
  expect(sum(sales.lines.identical)).toBe(5_268)

  const raw = texts(sales.rejected.raw)
  const invoices = new Set([...texts(sales.orders.keys), ...raw.map((text) => text.split(',')[0] ?? '')])
  expect(invoices.size).toBe(25_900)
  const byReason = (reason: (typeof rejectReasons)[number]) => [...sales.rejected.reasons].flatMap((index, row) => (rejectReasons[index] === reason ? [sales.rejected.amountCents[row] ?? 0] : []))
  expect([byReason('bad-debt').length, sum(byReason('bad-debt'))]).toEqual([3, -1_106_206])
  expect([byReason('fee').length, sum(byReason('fee'))]).toEqual([76, -23_679_457])
  expect(sum(byReason('stock-write-off'))).toBe(0)
  expect(raw.filter((text) => text.includes(',AMAZONFEE,'))).toHaveLength(34)

  const inSmallChunks = columnBytes(readWithPlan(bytes, plan, 65_537))
  expect(columnBytes(sales).map((column, index) => Buffer.compare(column, inSmallChunks[index] ?? new Uint8Array()))).toEqual(inSmallChunks.map(() => 0))
})

const cdnowSample = at('cdnow_sample.txt')
test.skipIf(!existsSync(cdnowSample))('CDNOW sample: no header, runs of spaces, dates without marks', () => {
  const { preview, sales } = readBytes(readFileSync(cdnowSample))
  expect(preview).toMatchObject({ delimiter: 'whitespace', hasHeader: false, hasCustomer: true, questions: [] })
  expect([sales.rowsRead, sales.rejected.reasons.length, sales.customersNamed]).toEqual([6_919, 0, 2_357])
})

const cdnow = at('cdnow_master.txt.gz')
test.skipIf(!existsSync(cdnow))('CDNOW: a header with a space before it', () => {
  const { preview, sales } = readBytes(gunzipSync(readFileSync(cdnow)))
  expect(preview).toMatchObject({ delimiter: 'whitespace', hasHeader: true, hasCustomer: true, questions: [] })
  expect([sales.rowsRead, sales.rejected.reasons.length, sales.customersNamed]).toEqual([69_659, 0, 23_570])
})
