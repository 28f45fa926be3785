import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { en } from '../../shared/i18n/index.ts'
import { expect, test } from './fixtures.ts'
import { importSales } from './sales-files.ts'

const words = en.quality
const HEADER = 'Order number,Date,Customer number,Customer name,Amount'
/** Two months of a small order a day; one order came in with a decimal mark too few, one sale came in again as a payment. */
function writeShop(path: string): string {
  const rows = Array.from({ length: 60 }, (_, i) => `N${i},${new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)},${1 + i % 20},Buyer ${1 + i % 20},${10 + i % 5}.00`)
  writeFileSync(path, [HEADER, ...rows, 'B1,2026-02-03,8,Buyer 8,9000.00'].join('\n'))
  return path
}
function writePayments(path: string): string {
  writeFileSync(path, [HEADER, 'P77,2026-01-05,5,Buyer 5,14.00'].join('\n'))
  return path
}

const openQuality = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: en.frame.navigation.data, exact: true }).click()
  await page.getByRole('button', { name: en.data.pages.quality, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
}
const partOf = (page: Page, title: string) => page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) })
/** Names and values as the ranking shows them, from the top. */
async function topOfRanking(page: Page): Promise<string[]> {
  await page.getByRole('navigation').getByRole('button', { name: en.frame.navigation.customers, exact: true }).click()
  const rows = page.getByRole('grid', { name: en.customers.tableLabel }).getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  return (await rows.allInnerTexts()).slice(1, 6)
}

test('C10: a sale that came in twice and an order that cannot be right are left out, and counted again, from the quality page', async ({ page, app }, info) => {
  await importSales(app, page, writeShop(info.outputPath('shop.csv')))
  await importSales(app, page, writePayments(info.outputPath('payments.csv')))
  await page.getByRole('button', { name: words.seeWhy }).click()
  const before = await topOfRanking(page)
  expect(before[0]).toContain('Buyer 8')

  await openQuality(page)
  const score = await page.getByText(/^\d+ out of 100$/).innerText()
  const doubles = partOf(page, words.parts.duplicates)
  await expect(doubles.getByText('1 order has the same customer, day and amount as another one')).toBeVisible()
  await doubles.getByRole('button', { name: words.show.orders }).click()
  await expect(doubles.getByRole('row', { name: /P77.*N4/ })).toBeVisible()
  await doubles.getByRole('button', { name: words.repair['equal-orders'] }).click()
  await expect(doubles.getByText(words.well.duplicates)).toBeVisible()
  await expect(page.getByText('Left out: 1 order. Nothing was deleted.')).toBeVisible()

  const large = partOf(page, words.parts.outliers)
  await large.getByRole('button', { name: words.show.orders }).click()
  await expect(large.getByRole('button', { name: words.repair.choose })).toBeDisabled()
  await large.getByRole('checkbox', { name: 'Leave out order B1' }).check({ force: true })
  await large.getByRole('button', { name: words.repair['outlier-orders_one'] }).click()
  await expect(large.getByText(words.well.outliers)).toBeVisible()
  expect(await page.getByText(/^\d+ out of 100$/).innerText()).not.toBe(score)

  const after = await topOfRanking(page)
  expect(after.join()).not.toContain('9,0')
  expect(after).not.toEqual(before)

  await openQuality(page)
  const leftOut = partOf(page, words.repairs.title)
  await expect(leftOut.getByText('1 order, €14.00, left out on')).toBeVisible()
  await leftOut.getByRole('button', { name: 'Show: Large orders' }).click()
  await expect(leftOut.getByRole('row', { name: /B1.*€9,000.00/ })).toBeVisible()
  await leftOut.getByRole('button', { name: 'Undo: Large orders' }).click()
  await expect(leftOut.getByText('1 order, €9,000.00, counts again since')).toBeVisible()
  await leftOut.getByRole('button', { name: 'Undo: Repeated orders' }).click()
  await expect(leftOut.getByText('1 order, €14.00, counts again since')).toBeVisible()
  await expect(page.getByText(score, { exact: true })).toBeVisible()
  expect(await topOfRanking(page)).toEqual(before)
})

test('C10: the score after an import leads to what can be better; without a margin to the place to fill it in', async ({ page, app }, info) => {
  await importSales(app, page, writeShop(info.outputPath('shop.csv')))
  await page.getByRole('button', { name: words.seeWhy }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  await partOf(page, words.parts.margin).getByRole('button', { name: words.toSettings }).click()
  await expect(page.getByRole('heading', { level: 1, name: en.settings.title })).toBeVisible()
})
