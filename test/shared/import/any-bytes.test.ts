import { readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectFile } from '../../../shared/import/inspect-file.ts'
import { createSalesReader } from '../../../shared/import/sales-reader.ts'
import { AppError } from '../../../shared/result.ts'
import { rowsAccepted } from './read-sales.ts'

/** What comes of a file: its sales, or the code of the error the owner would read. Anything else thrown fails the test. */
function outcome(bytes: Uint8Array, cuts: readonly number[]) {
  try {
    const { preview, plan } = inspectFile(bytes, 'any.csv', bytes.length)
    const reader = createSalesReader(plan)
    let start = 0
    for (const end of [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
      reader.feed(bytes.subarray(start, end))
      start = end
    }
    return { preview, sales: reader.finish() }
  } catch (error) {
    if (error instanceof AppError) return error.failure
    throw error
  }
}

function check(bytes: Uint8Array, cuts: readonly number[]): void {
  const whole = outcome(bytes, [])
  if ('sales' in whole) {
    expect(whole.sales.rowsRead).toBe(rowsAccepted(whole.sales) + whole.sales.rejected.reasons.length)
    expect(whole.sales.lines.amountCents.every(Number.isSafeInteger)).toBe(true)
    expect(whole.sales.orders.contentHashes.every(Number.isSafeInteger)).toBe(true)
  }
  expect(outcome(bytes, cuts)).toEqual(whole)
}

const cuts = fc.array(fc.nat(), { maxLength: 5 })

test('any bytes give sales or an error in words, the same wherever chunks are cut', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), cuts, check), { numRuns: 400 })
})

test('any table of dates, amounts, names and rubbish loses no row', () => {
  const cell = fc.constantFrom('', '2026-01-31', '31-01-2026', '02/13/26', '1.234,50', '-5', '€ 3', 'x', '"', '"a;b"', '"a""b"', 'Jan', '0', 'Amazon fee', '\u0000', '\n', '\r', 'é', '__proto__', 'cancelled')
  const header = fc.shuffledSubarray(['order id', 'date', 'customer id', 'email', 'name', 'amount', 'price', 'quantity', 'sku', 'product', 'refunded', 'status', '__proto__', ''], { minLength: 2 })
  const table = fc.tuple(header, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.constantFrom(',', ';', '\t'))
    .map(([names, rows, delimiter]) => new TextEncoder().encode([names, ...rows].map((cells) => cells.join(delimiter)).join('\n')))
  fc.assert(fc.property(table, cuts, check), { numRuns: 400 })
})

test('the fixtures with bytes changed at random give sales or an error in words', () => {
  const folder = new URL('../../fixtures/import/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => new Uint8Array(readFileSync(new URL(name, folder))))
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 })
  fc.assert(fc.property(fc.constantFrom(...files), changes, cuts, (file, changed, cutAt) => {
    const bytes = file.slice()
    for (const [position, value] of changed) bytes[position % bytes.length] = value
    check(bytes, cutAt)
  }), { numRuns: 400 })
})
