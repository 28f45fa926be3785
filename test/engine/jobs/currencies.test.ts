import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportChoices } from '../../../shared/contract/data.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

function importFile(rows: readonly string[], choices?: ImportChoices) {
  const path = join(folder.path, 'sales.csv')
  writeFileSync(path, ['order,date,customer,amount,currency', ...rows].join('\n'))
  return engine.call('data:import-file', { file: engine.grant(path), choices })
}
const euros = (order: number) => `${order},2026-01-31,Anna,10.00,EUR`
const dollars = (order: number) => `${order},2026-01-31,Bert,99.00,USD`

test('a file that mixes currencies is not imported before the owner says which counts; the next one needs no answer', async () => {
  const failure = { ok: false, error: { code: 'import-mixed-currencies', params: { currencies: 'EUR, USD' } } }
  expect(await importFile([euros(1), dollars(2)])).toEqual(failure)
  expect(await importFile([euros(1), dollars(2)], { currency: 'EUR' })).toMatchObject({
    ok: true, value: { netRevenueCents: 1000, controlTotalCents: 1000, currency: 'EUR', rowsRejected: 1, rejectedByReason: [{ reason: 'other-currency', rows: 1, amountCents: 0 }] },
  })
  expect(await importFile([euros(3), dollars(4)])).toMatchObject({ ok: true, value: { netRevenueCents: 1000, remembered: ['currency'] } })
})

test('a currency that turns up only far into a file stops it, too, and names what to choose from', async () => {
  const many = Array.from({ length: 60_000 }, (_, order) => euros(order + 1))
  expect(await importFile([...many, dollars(60_001)])).toEqual({ ok: false, error: { code: 'import-mixed-currencies', params: { currencies: 'EUR, USD' } } })
  expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 0, batches: 0 })
  expect(await importFile([...many, dollars(60_001)], { currency: 'EUR' })).toMatchObject({ ok: true, value: { newOrders: 60_000, rowsRejected: 1 } })
})

test('a file in another currency than the sales that count is refused in words, and nothing of it counts', async () => {
  await importFile([euros(1)])
  expect(await importFile([dollars(2)])).toEqual({ ok: false, error: { code: 'import-other-currency', params: { currency: 'USD', known: 'EUR' } } })
  expect(await importFile([dollars(2), euros(3)], { currency: 'USD' })).toMatchObject({ ok: false, error: { code: 'import-other-currency' } })
  expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 1, batches: 1 })
  // Undone sales count no more, and a file that names no currency is taken for the same.
  await engine.ask('data:undo-batch', { batchId: 1 })
  expect(await importFile([dollars(2)])).toMatchObject({ ok: true, value: { currency: 'USD' } })
  expect(await importFile(['3,2026-02-28,Cor,5.00,'])).toMatchObject({ ok: true, value: { currency: null } })
})
