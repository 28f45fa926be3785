import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasSamples, samples, samplesFolder, whyNoSamples } from '../../import-samples.ts'
import { engineForEachTest, type TestEngine } from '../engine-for-each-test.ts'

let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

describe.skipIf(!hasSamples)(`the nine samples${hasSamples ? '' : ` (skipped: ${whyNoSamples})`}`, () => {
  test.each(samples)('$file gives its figures, and again changes no total', async ({ file, figures }) => {
    const token = engine.grant(join(samplesFolder, file))
    const preview = await engine.ask('data:preview-file', { file: token })
    expect(preview.questions).toEqual([])
    const first = await engine.ask('data:import-file', { file: token })
    expect(first).toMatchObject(figures)
    const ranked = await engine.call('customers:rank', { method: 'realized-value' })
    const again = await engine.ask('data:import-file', { file: token })
    expect(again).toMatchObject({ newOrders: 0, changedOrders: 0, newCustomers: 0, netRevenueCents: first.netRevenueCents, controlTotalCents: first.controlTotalCents })
    expect(await engine.call('customers:rank', { method: 'realized-value' })).toEqual(ranked)
  })

  test('Shopify: the order of two items counts once, the refund is taken off its order, the voided one is left out', async () => {
    const { batchId } = await engine.ask('data:import-file', { file: engine.grant(join(samplesFolder, 'shopify_orders_export.csv')) })
    const connection = await engine.context.workspace.connection()
    expect(await connection.all('SELECT order_key, amount_cents FROM sales_order ORDER BY order_key')).toEqual([
      { order_key: '#1001', amount_cents: 10_085 }, { order_key: '#1002', amount_cents: 2000 },
    ])
    expect(await engine.ask('data:rejected-rows', { batchId })).toMatchObject({ total: 1, rows: [{ reason: 'cancelled-order', lineNumber: 5 }] })
  })
})
