import { en } from '../../shared/i18n/index.ts'
import { chooseMenu, expect, test } from './fixtures.ts'

const words = en.customers

test('from the sample shop to the reason for a rank', async ({ page, app }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await expect(page.getByText(en.frame.sample.text)).toBeVisible()
  await chooseMenu(app, 'customers')

  // The headline is the sum of all rows, and says so with its range.
  const table = page.getByRole('grid', { name: words.tableLabel })
  const answer = await page.evaluate(() => window.stamgast.call('customers:rank', { limit: 500 }))
  if (!answer.ok) throw new Error(answer.error.code)
  const { rows, total, customerEquityCents } = answer.value
  await expect(table).toHaveAttribute('aria-rowcount', String(total + 1))
  await page.getByRole('button', { name: `${en.frame.explain} ${words.headline['total-clv']}` }).click()
  const exactly = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(customerEquityCents / 100)
  await expect(page.getByRole('dialog')).toContainText(exactly)
  await page.keyboard.press('Escape')

  // The most valuable customer is on top; the table is as long as the shop, and holds only what is in sight.
  const first = rows[0]!
  await expect(table.getByRole('row').nth(1)).toContainText(first.name)
  await table.getByRole('row').nth(1).focus()
  await page.keyboard.press('End')
  await expect(table.locator(`[aria-rowindex="${total + 1}"]`)).toBeFocused()
  await expect(table.locator(`[aria-rowindex="${total + 1}"]`)).not.toContainText(en.frame.table.loadingRow)
  expect(await table.getByRole('row').count()).toBeLessThanOrEqual(60)

  // Another order: by name, from A to Z.
  const header = table.getByRole('columnheader', { name: words.columns.name, exact: true })
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect(table.getByRole('row').nth(1)).not.toContainText(first.name)

  // Search, open, read why.
  await page.getByRole('searchbox', { name: words.search.label }).fill(first.name)
  await expect(page.getByText(/found$/)).toBeVisible()
  const found = table.getByRole('row', { name: first.name })
  await expect(found.first()).toContainText(first.name)
  await found.first().press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: first.name })).toBeFocused()
  await expect(page.getByText(/^Comes about every .+: chance still a customer \d+%\.$/)).toBeVisible()
  const why = page.locator('section', { has: page.getByRole('heading', { name: words.detail.why.title }) })
  await expect(why.getByRole('listitem').first()).toBeVisible()

  // Every figure explains itself with the customer's own numbers.
  await page.getByRole('button', { name: `${en.frame.explain} ${words.detail.figures.total}` }).click()
  await expect(page.getByRole('dialog')).toContainText(new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(first.totalClvCents! / 100))
  await page.keyboard.press('Escape')

  // Back to the same search, the keyboard on the same row.
  await page.getByRole('button', { name: words.detail.back }).click()
  await expect(page.getByRole('searchbox', { name: words.search.label })).toHaveValue(first.name)
  await expect(table.getByRole('row', { name: first.name }).first()).toBeFocused()
})

test('who is not there is not found, and everyone comes back with one press', async ({ page, app }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'find')
  const search = page.getByRole('searchbox', { name: words.search.label })
  await expect(search).toBeFocused()
  await search.fill('zzz nobody zzz')
  await expect(page.getByText(words.search.nobodyHint)).toBeVisible()
  await page.getByRole('button', { name: words.search.showAll }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(search).toHaveValue('')

  // From anywhere, also from a customer's page.
  await page.getByRole('grid').getByRole('row').nth(1).click()
  await expect(page.getByRole('heading', { name: words.detail.why.title })).toBeVisible()
  await chooseMenu(app, 'find')
  await expect(search).toBeFocused()
})

test('another way of valuing is another order with its own words', async ({ page, app }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  await page.getByRole('button', { name: words.methods.label }).click()
  await page.getByRole('option', { name: words.methods['realized-value'] }).click()
  const answer = await page.evaluate(() => window.stamgast.call('customers:rank', { method: 'realized-value', limit: 1 }))
  if (!answer.ok) throw new Error(answer.error.code)
  await expect(page.getByText(words.headline['realized-value'])).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText(answer.value.rows[0]!.name)
})

test('leaving the sample shop leaves its customers behind', async ({ page, app }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  await page.getByRole('grid').getByRole('row').nth(1).click()
  await page.getByRole('button', { name: en.frame.sample.leave }).click()
  await expect(page.getByText(en.frame.sample.text)).toBeHidden()
  await chooseMenu(app, 'customers')
  await expect(page.getByRole('heading', { name: words.empty.title })).toBeVisible()
})
