import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, temporaryFolder, type TestEngine } from './start-engine.ts'

const source = join(import.meta.dirname, '../../../shared/data/online_retail.csv.gz')
const isThere = existsSync(source)

describe.skipIf(!isThere)(`the real online retail file${isThere ? '' : ' (skipped: ../shared/data/online_retail.csv.gz is not here)'}`, () => {
  let folder: ReturnType<typeof temporaryFolder>
  let engine: TestEngine
  let file: string
  beforeAll(() => {
    folder = temporaryFolder()
    engine = startEngine(folder.path)
    file = join(folder.path, 'online_retail.csv')
    writeFileSync(file, gunzipSync(readFileSync(source)))
    engine.grant(file)
  })
  afterAll(async () => {
    await engine.stop()
    folder.remove()
  })

  test('every row is accounted for, and importing it again adds nothing', async () => {
    const first = await engine.ask('data:import-file', { file })
    expect(first.rowsRead).toBe(541_909)
    expect(first.rowsAccepted + first.rowsRejected).toBe(541_909)
    expect(first.controlTotalCents).toBe(974_774_793)
    expect(first.netRevenueCents + first.rejectedByReason.reduce((sum, group) => sum + group.amountCents, 0)).toBe(974_774_793)
    expect(first.customers).toBe(4372)
    const info = await engine.ask('workspace:info', {})
    expect(info).toMatchObject({ orders: first.newOrders, firstOrderOn: '2010-12-01', lastOrderOn: '2011-12-09' })

    const { total, months, weekdays, products, otherProducts, noProductCents } = await engine.ask('revenue:report', {})
    const sumOf = (rows: readonly { readonly revenueCents: number }[]) => rows.reduce((sum, { revenueCents }) => sum + revenueCents, 0)
    expect([total.revenueCents, sumOf(months), sumOf(weekdays), sumOf(products) + otherProducts.revenueCents + noProductCents]).toEqual(Array(4).fill(first.netRevenueCents))

    const again = await engine.ask('data:import-file', { file })
    expect(again).toMatchObject({ newOrders: 0, changedOrders: 0, knownOrders: first.newOrders, rowsKnown: first.rowsAccepted, newCustomers: 0, controlTotalCents: 974_774_793 })
    expect(await engine.ask('workspace:info', {})).toEqual({ ...info, batches: 2 })
  }, 120_000)

  test('the ranking adds up to the cent, and the strategies answer', async () => {
    const ranking = await engine.ask('customers:rank', { limit: 500 })
    let sum = 0
    for (let offset = 0; offset < ranking.total; offset += 500) {
      sum += (await engine.ask('customers:rank', { offset, limit: 500 })).rows.reduce((total, row) => total + row.valueCents, 0)
    }
    expect(sum).toBe(ranking.customerEquityCents)
    for (const strategy of ['upsell', 'bundle', 'promotion', 'vip'] as const) {
      const outcome = await engine.ask('strategies:simulate', { strategy })
      expect(outcome.waterfall.filter((step) => step.id !== 'net').reduce((total, step) => total + step.cents, 0)).toBe(outcome.waterfall.at(-1)?.cents)
    }
  }, 120_000)
})
