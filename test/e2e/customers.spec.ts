import { readFileSync, writeFileSync } from 'node:fs'
import { bridge } from '../../shared/contract/channel-names.ts'
import { en } from '../../shared/i18n/index.ts'
import { chooseMenu, expect, saveTo, test } from './fixtures.ts'
import { importSales } from './sales-files.ts'

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
  await expect(table.locator('[aria-rowindex="2"]')).not.toContainText(first.name)

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

test('the ranking takes the height of the window: one scrollbar, and every range ends in sight', async ({ page, app }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  const table = page.getByRole('grid', { name: words.tableLabel })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  expect(await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0)
  expect(await table.evaluate((grid) => (grid.parentElement?.clientHeight ?? 0))).toBeGreaterThan(280)

  const answer = await page.evaluate(() => window.stamgast.call('customers:rank', { limit: 500 }))
  if (!answer.ok) throw new Error(answer.error.code)
  for (const row of answer.value.rows) expect(row.realizedValueCents + (row.residualRange?.p90 ?? 0)).toBeLessThanOrEqual(answer.value.largestCents)

  // Nothing of what is said about a customer is cut off, in the narrowest window without a scrollbar of its own.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900)
  expect(await table.evaluate((grid) => (grid.parentElement?.scrollWidth ?? 0) - (grid.parentElement?.clientWidth ?? 0))).toBe(0)
  const cut = await table.locator('[role=row] > :not([role=rowheader]) span:not(.visually-hidden)').evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.textContent))
  expect(cut.filter((text) => text !== '')).toEqual([])
})

test('the ranking goes on paper: its first rows on a sheet or two', async ({ page, app }, info) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  const path = info.outputPath('customers.pdf')
  await saveTo(app, path)
  await chooseMenu(app, 'save-pdf')
  await expect(page.getByText(en.frame.saved)).toBeVisible()
  expect(readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
  // On screen it is again as long as the shop.
  await page.getByRole('grid').getByRole('row').nth(1).press('End')
  await expect(page.locator('[aria-rowindex="1201"]')).toBeFocused()
})

test('names of any kind and millions fit, and who only brought things back has a page too', async ({ page, app }, info) => {
  const names = ['Jan de Vries', 'محمد عبد الله', '👩‍👩‍👧 Familie Bos', 'A'.repeat(150), '<b>vet</b>', 'Terugbrenger']
  const lines = names.flatMap((name, index) => name === 'Terugbrenger'
    ? [`R1;28-02-2026;${name};-250,00`]
    : [`A${index};2${index}-01-2026;${name};1.250.000,50`, `B${index};2${index}-02-2026;${name};20,00`])
  const path = info.outputPath('namen.csv')
  writeFileSync(path, ['Ordernr;Datum;Klant;Bedrag', ...lines].join('\r\n'))
  await importSales(app, page, path)
  await chooseMenu(app, 'customers')
  const table = page.getByRole('grid', { name: words.tableLabel })
  await expect(table).toHaveAttribute('aria-rowcount', String(names.length + 1))
  expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
  for (const name of names) {
    await table.getByRole('row', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    await page.getByRole('button', { name: words.detail.back }).click()
  }
})

test('a screen that breaks says so, and the others still work', async ({ page, app, problems }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await expect(page.getByText(en.frame.sample.text)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: en.data.list.title })).toBeVisible()
  await page.evaluate(() => {
    const kept = Intl.DateTimeFormat
    Object.assign(window, { mend: () => { Intl.DateTimeFormat = kept } })
    Intl.DateTimeFormat = function broken() { throw new Error('broken on purpose') } as never
  })
  await chooseMenu(app, 'customers')
  await expect(page.getByRole('heading', { level: 1, name: en.frame.crash.title })).toBeVisible()
  await expect(page.getByText(en.frame.crash.text)).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('button', { name: en.frame.crash.reload })).toBeVisible()
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend())
  await chooseMenu(app, 'data')
  await expect(page.getByRole('heading', { level: 1, name: en.data.list.title })).toBeVisible()
  expect(problems.splice(0).filter((problem) => !/broken on purpose|An error occurred in/.test(problem))).toEqual([])
})

test('while the engine is away the window says so', async ({ page, app }) => {
  const become = (state: string) => app.evaluate(({ BrowserWindow }, [channel, state]) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send(channel ?? '', 'engine:state', { state })
  }, [bridge.event, state])
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const state of ['restarting', 'stopped'] as const) {
    await become(state)
    await expect(page.getByRole('alert').filter({ hasText: en.frame.engine[state] })).toBeVisible()
  }
  await become('running')
  await expect(page.getByText(en.frame.engine.stopped)).toBeHidden()
})
