import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { RankedCustomer, Ranking } from '../../shared/contract/customers.ts'
import { en } from '../../shared/i18n/index.ts'
import { expect as patiently, test } from './fixtures.ts'
import { importSales } from './sales-files.ts'

const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(240_000)

const sample = readFileSync(new URL('../fixtures/import/shopify_orders_export.csv', import.meta.url), 'utf8').trimEnd()
const names = sample.slice(0, sample.indexOf('\n')).split(',')

function order(values: Readonly<Record<string, string>>): string {
  const paid = { 'Financial Status': 'paid', Currency: 'EUR', 'Lineitem quantity': '1', 'Lineitem name': 'Matcha 50 gram', 'Lineitem sku': 'MAT-50', 'Refunded Amount': '0.00', ...values }
  return names.map((name) => (paid as Record<string, string>)[name] ?? '').join(',')
}

/** The sample, and behind it a second order of its first customer that went back whole, one that went back in part, and one that did not. */
const orders = [
  order({ Name: '#1004', Email: 'fenna@example.nl', 'Billing Name': 'Fenna de Vries', 'Financial Status': 'refunded', Total: '42.90', 'Created at': '2026-04-20 10:00:00 +0200', 'Lineitem price': '37.95', 'Refunded Amount': '42.90' }),
  order({ Name: '#1005', Email: 'cato@example.nl', 'Billing Name': 'Cato Meijer', 'Financial Status': 'partially_refunded', Total: '75.90', 'Created at': '2026-04-21 11:00:00 +0200', 'Lineitem quantity': '2', 'Lineitem price': '37.95', 'Refunded Amount': '37.95' }),
  order({ Name: '#1006', Email: 'cato@example.nl', 'Billing Name': 'Cato Meijer', Total: '42.90', 'Created at': '2026-05-02 12:00:00 +0200', 'Lineitem price': '37.95' }),
]

async function ranking(page: Page): Promise<Ranking> {
  const answer = await page.evaluate(() => window.stamgast.call('customers:rank', { method: 'realized-value' })) as { ok: true; value: Ranking }
  return answer.value
}

test('a Shopify export with refunds: taken off on the result and in the ranking, and nobody comes back by a refund', async ({ app, page }, info) => {
  const path = info.outputPath('orders_export_1.csv')
  writeFileSync(path, `${[sample, ...orders].join('\n')}\n`)
  await importSales(app, page, path)

  // 100.85 + (40.00 - 20.00) + (42.90 - 42.90) + (75.90 - 37.95) + 42.90; the voided #1003 brought nothing.
  await expect(page.getByTestId('control-total')).toHaveText('€201.70')
  await expect(page.getByTestId('rows-read')).toHaveText('7 rows read = 6 rows used + 1 row set aside')
  const parts = page.getByRole('table', { name: en.data.result.parts })
  await expect(parts.getByRole('row').nth(1)).toContainText('with €100.85 given back already taken off')
  await expect(parts.getByRole('row', { name: en.data.reasons['cancelled-order'] })).toContainText('€0.00')

  await page.getByRole('button', { name: en.data.result.seeCustomers }).click()
  const table = page.getByRole('grid', { name: en.customers.tableLabel })
  const row = (name: string) => table.getByRole('row', { name })
  await expect(row('Fenna de Vries')).toBeVisible()
  await expect(row('Cato Meijer')).toBeVisible()
  await expect(row('Baran Yılmaz')).toBeVisible()
  await expect(table.getByRole('row')).toHaveCount(4)

  const { rows, customerEquityCents } = await ranking(page)
  const of = (name: string): RankedCustomer => rows.find((customer) => customer.name === name)!
  expect(customerEquityCents).toBe(20_170)
  expect(of('Fenna de Vries')).toMatchObject({ purchaseCount: 1, valueCents: 10_085, lastPurchaseOn: '2026-03-29' })
  expect(of('Cato Meijer')).toMatchObject({ purchaseCount: 2, valueCents: 8085 })
  expect(of('Baran Yılmaz')).toMatchObject({ purchaseCount: 1, valueCents: 2000 })

  await row('Fenna de Vries').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fenna de Vries' })).toBeVisible()
  await expect(page.getByText(/^Came once, on 29 Mar 2026/)).toBeVisible()
})
