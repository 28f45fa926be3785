import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineForEachTest, type TestEngine } from '../engine-for-each-test.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/import')

let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

/** Purchases and value so far, in cents, per customer. */
const expected: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  'woocommerce-analytics': { 'Eva Test': [1, 3000], 'Dirk Proef': [0, 0] },
  'woocommerce-order-export': { 'Jan Jas': [1, 1815], 'Kim Kan': [0, 0] },
  'woocommerce-webtoffee': { 'Rita Rood': [1, 3025], 'Sam Smit': [0, 0] },
  'etsy-orders': { 'Anna Jansen': [1, 4650], 'Cas Koper': [1, 3000] },
  'etsy-items': { 'Anna Jansen': [1, 2000] },
  magento: { 'Fleur Fijn': [1, 2625], 'Gijs Groot': [0, 0] },
  prestashop: { 'J. KLAASSEN': [1, 2420], 'L. LAMMERS': [0, 0] },
}

test.each(Object.entries(expected))('%s: what was refunded is no purchase and makes nobody a returning customer', async (format, customers) => {
  await engine.ask('data:import-file', { file: engine.grant(join(fixtures, format, 'refund.csv')) })
  const { rows } = await engine.ask('customers:rank', { method: 'realized-value' })
  const found = Object.fromEntries(rows.map(({ name, purchaseCount, realizedValueCents }) => [name, [purchaseCount, realizedValueCents]]))
  for (const [name, figures] of Object.entries(customers)) expect([name, found[name] ?? [0, 0]]).toEqual([name, figures])
})
