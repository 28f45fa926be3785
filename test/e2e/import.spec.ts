import { existsSync, writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { chooseMenu, dropFiles, expect as patiently, launch, openedWindow, signalEngine, test } from './fixtures.ts'
import { importSales, onlineRetail, pickSalesFile, unpackOnlineRetail, writeManyOrders, writeTillFile } from './sales-files.ts'

/** Long work on a busy computer: what matters is that it comes. */
const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(240_000)

/** The list of imports; the pages of the Data screen are a list as well. */
const imports = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) })
const columnOf = (page: Page, name: string) => page.getByRole('columnheader').filter({ has: page.getByText(name, { exact: true }) })
async function chooseField(page: Page, column: string, field: string): Promise<void> {
  await columnOf(page, column).getByRole('button').click()
  await page.getByRole('option', { name: field, exact: true }).click()
}
const total = (page: Page) => page.getByTestId('control-total')
const batches = (page: Page) => page.evaluate(async () => {
  const answer = await window.stamgast.call('data:batches', {}) as { ok: true; value: unknown[] }
  return answer.value.length
})
const row = (page: Page, name: string) => page.getByRole('table', { name: 'What the total is made of' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

test.describe('in Dutch', () => {
  test.use({ language: 'nl' })

  test('a file from a Dutch till is dropped, understood, checked and imported', async ({ page }, info) => {
    await expect(page.getByText('Niets verlaat deze computer.')).toBeVisible()
    await dropFiles(page, [writeTillFile(info.outputPath('kassa.csv'))])

    await expect(page.getByRole('heading', { level: 1, name: 'Wat Stamgast leest in kassa.csv' })).toBeFocused()
    await expect(page.getByText('Stamgast herkende een tabel met verkopen.')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Zoë de Vries' }).first()).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Prijs' })).toContainText('Prijs per stuk')
    await expect(page.getByRole('columnheader', { name: 'Prijs' })).toContainText('want het kopje zegt het')
    await page.getByText('Hoe het bestand gelezen is').click()
    await expect(page.getByText('Windows, West-Europees (Windows-1252)').first()).toBeVisible()
    await expect(page.getByText('een puntkomma').first()).toBeVisible()

    await page.getByRole('button', { name: 'Importeren', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Klopt dit totaal met je kassa?' })).toBeFocused()
    await expect(total(page)).toHaveText('€ 1.268,00')
    await expect(page.getByTestId('rows-read')).toHaveText('6 regels gelezen = 5 regels gebruikt + 1 regel apart gezet')

    await page.getByRole('button', { name: 'Toon de apart gezette regels' }).click()
    const aside = page.getByRole('table', { name: 'Regels die apart zijn gezet' }).getByRole('row').nth(1)
    await expect(aside).toContainText('Datum bestaat niet')
    await expect(aside).toContainText('1005;31-02-2026;9;André Bos;Boterkoek;1;2,75')

    await page.getByRole('textbox', { name: 'Marge in procenten' }).fill('62,5')
    await page.getByRole('button', { name: 'Marge bewaren' }).click()
    await expect(page.getByText('Bewaard. Je kunt het veranderen bij Instellingen.')).toBeVisible()
    expect(await page.evaluate(() => window.stamgast.call('settings:get', {}))).toMatchObject({ value: { contributionMarginRate: 0.625 } })

    await page.getByRole('button', { name: 'Bekijk je klanten' }).click()
    await expect(page.getByText('Zoë de Vries').first()).toBeVisible()
  })
})

test('dates that read two ways are asked, with what each answer means', async ({ app, page }, info) => {
  const path = info.outputPath('sales.csv')
  writeFileSync(path, 'order,date,customer,amount\n1,03-04-2026,Anna,10.50\n2,05-06-2026,Bert,20.25\n3,03-04-2026,Anna,5.00\n')
  await pickSalesFile(app, page, path)
  const importButton = page.getByRole('button', { name: 'Import', exact: true })
  await expect(page.getByText('First answer the question below.')).toBeVisible()
  await expect(importButton).toBeDisabled()

  await page.getByRole('radio', { name: '4 Mar 2026 (month first)' }).check({ force: true })
  await expect(importButton).toBeEnabled()
  await page.getByRole('radio', { name: '3 Apr 2026 (day first)' }).check({ force: true })
  await importButton.click()
  await expect(page.getByText('Sales from 3 Apr 2026 to 5 Jun 2026.')).toBeVisible()
})

test('what is in a column can be corrected, and a file without customers says what is still possible', async ({ app, page }, info) => {
  const path = info.outputPath('sales.csv')
  writeFileSync(path, 'order,date,customer,amount,with VAT\n1,2026-01-20,Anna,100.00,121.00\n2,2026-02-21,Bert,200.00,242.00\n')
  await pickSalesFile(app, page, path)
  const column = (name: string) => columnOf(page, name)
  const choose = (name: string, field: string) => chooseField(page, name, field)
  await expect(column('with VAT').getByRole('button')).toContainText('Not used')
  await choose('with VAT', 'Amount')
  await expect(column('with VAT')).toContainText('your choice')
  await expect(column('amount').getByRole('button')).toContainText('Not used')

  await choose('customer', 'Not used')
  await expect(page.getByText('No column says who bought')).toBeVisible()
  await choose('customer', 'Customer name or first name')
  await expect(page.getByText('No column says who bought')).toBeHidden()

  await choose('date', 'Not used')
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await choose('date', 'Sale date')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(total(page)).toHaveText('€363.00')
})

test('what is chosen of a column is seen at once, and holds when it is taken back before the file was read again', async ({ app, page }, info) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that holds a process')
  const path = info.outputPath('sales.csv')
  writeFileSync(path, 'order,date,customer,amount\n1,2026-01-20,Anna,100.00\n2,2026-02-21,Bert,200.00\n')
  await pickSalesFile(app, page, path)
  const importButton = page.getByRole('button', { name: 'Import', exact: true })
  await expect(importButton).toBeEnabled()
  await signalEngine(app, 'SIGSTOP')
  await chooseField(page, 'date', 'Not used')
  await expect(columnOf(page, 'date').getByRole('button')).toContainText('Not used')
  await expect(importButton).toBeDisabled()
  await chooseField(page, 'date', 'Sale date')
  await signalEngine(app, 'SIGCONT')
  await importButton.click()
  await expect(total(page)).toHaveText('€300.00')
})

test('a file that is no table is refused in words', async ({ app, page }, info) => {
  const path = info.outputPath('nothing.csv')
  writeFileSync(path, '')
  await pickSalesFile(app, page, path)
  await expect(page.getByRole('heading', { level: 1, name: 'nothing.csv could not be read' })).toBeVisible()
  await expect(page.getByText('This file is empty.')).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test('an import is undone at once and stays listed; the same file again counts nothing twice', async ({ app, page }, info) => {
  const path = writeTillFile(info.outputPath('till.csv'))
  await importSales(app, page, path)
  await importSales(app, page, path)
  await expect(page.getByText('0 new, 4 known: nothing counted twice')).toBeVisible()
  expect(await page.evaluate(() => window.stamgast.call('workspace:info', {}))).toMatchObject({ value: { orders: 4 } })

  await page.getByRole('button', { name: 'To your imports' }).click()
  const items = imports(page)
  await expect(items).toHaveCount(2)
  await items.nth(0).getByRole('button', { name: 'Undo the import of till.csv' }).click()
  await items.nth(1).getByRole('button', { name: 'Undo the import of till.csv' }).click()
  await expect(items.nth(0)).toContainText('counts for nothing')
  await expect(items.nth(0)).toContainText('Its sales no longer count.')
  await expect(items.nth(1)).toContainText('counts for nothing')
  await expect(items.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
  expect(await page.evaluate(() => window.stamgast.call('workspace:info', {}))).toMatchObject({ value: { orders: 0 } })

  await items.nth(1).getByRole('button', { name: 'Details of till.csv' }).click()
  await expect(items.nth(1)).toContainText('This import was undone and counts for nothing.')
  await expect(items.nth(1).getByTestId('control-total')).toHaveText('€1,268.00')
})

test('several files wait for each other', async ({ page }, info) => {
  const first = info.outputPath('january.csv')
  const second = info.outputPath('february.csv')
  writeFileSync(first, 'order,date,customer,amount\n1,2026-01-20,Anna,10.00\n')
  writeFileSync(second, 'order,date,customer,amount\n2,2026-02-20,Anna,20.00\n')
  await dropFiles(page, [first, second])
  await expect(page.getByText('After this, 1 more file is waiting.')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Next file: february.csv' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(total(page)).toHaveText('€20.00')
  expect(await batches(page)).toBe(2)
})

test('files are taken when the screen under them changes just before they are let go', async ({ page }, info) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await dropFiles(page, [writeTillFile(info.outputPath('till.csv'))], async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  })
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeVisible()
})

test('files are taken when the screen under them changes at the very moment they are let go', async ({ page }, info) => {
  const plan = page.getByRole('button', { name: 'Plan' })
  await dropFiles(page, [writeTillFile(info.outputPath('till.csv'))], async () => {
    // The drop goes to what was under the hand when it was last asked: the screen that is there no more.
    await plan.evaluate((button: HTMLElement) => document.addEventListener('dragover', () => button.click(), { once: true }))
  })
  await expect(page.getByRole('heading', { level: 1, name: 'What Stamgast reads in till.csv' })).toBeVisible()
})

test('an import can be stopped, and nothing of it is left', async ({ app, page }, info) => {
  await pickSalesFile(app, page, writeManyOrders(info.outputPath('many.csv'), 400_000))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/[\d,]+ rows · [\d,]+ rows a second/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Stopped. Nothing was changed.' })).toBeVisible()
  expect(await batches(page)).toBe(0)
  expect(await page.evaluate(() => window.stamgast.call('workspace:info', {}))).toMatchObject({ value: { orders: 0, customers: 0, batches: 0 } })
})

test('the engine dies during an import: the window says so and the import can be done again', async ({ app, page }, info) => {
  const orders = 400_000
  await pickSalesFile(app, page, writeManyOrders(info.outputPath('many.csv'), orders))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/[\d,]+ rows · [\d,]+ rows a second/)).toBeVisible()
  await signalEngine(app, 'SIGKILL')

  await expect(page.getByRole('alert').filter({ hasText: 'What you were doing was not saved; do it once more.' })).toBeVisible()
  await expect.poll(() => batches(page)).toBe(0)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Does this total agree with your till?' })).toBeVisible()
  await expect(page.getByTestId('rows-read')).toHaveText('400,000 rows read = 400,000 rows used + 0 rows set aside')
  expect(await batches(page)).toBe(1)
})

test('the real sales of a web shop add up, rank its customers, and count once', async ({ app, page }, info) => {
  test.skip(!existsSync(onlineRetail), 'online_retail.csv.gz is not beside the project')
  const path = await unpackOnlineRetail(info.outputPath('online_retail.csv'))
  await importSales(app, page, path)

  await expect(total(page)).toHaveText('€9,747,747.93')
  const parts = await page.getByRole('table', { name: 'What the total is made of' }).getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => {
    const [name = '', ...figures] = [...row.children].map((cell) => cell.textContent ?? '')
    const [count = 0, cents = 0] = figures.map((text) => Number(text.replaceAll(/[^\d-]/g, '')))
    return { name, count, cents }
  }))
  const sum = parts.at(-1)
  const rest = parts.slice(0, -1)
  expect(rest.length).toBeGreaterThan(2)
  expect(sum).toMatchObject({ count: 541_909, cents: 974_774_793 })
  expect(rest.reduce((all, { count }) => all + count, 0)).toBe(541_909)
  expect(rest.reduce((all, { cents }) => all + cents, 0)).toBe(974_774_793)
  await expect(row(page, 'Bad debt written off')).toContainText('3-€11,062.06')
  await expect(page.getByTestId('rows-read')).toContainText('541,909 rows read')
  await expect(page.getByRole('main')).toContainText('4,372 new')

  await page.getByRole('button', { name: 'See your customers' }).click()
  await expect(page.getByText('14646').first()).toBeVisible()
  // In these sales nobody can be seen to leave: the window says so once, before the table, and gives no chances.
  await expect(page.getByText('Who stays away cannot be seen in these sales', { exact: true })).toHaveCount(1)
  await expect(page.getByRole('columnheader', { name: 'Still a customer' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Data' }).or(page.getByRole('button', { name: 'Data' })).first().click()
  await importSales(app, page, path)
  await expect(page.getByText(/^0 new, [\d,]+ known: nothing counted twice$/)).toBeVisible()
  await expect(total(page)).toHaveText('€9,747,747.93')
})

test('a file that Stamgast is opened with is shown, also when there are sales already', async ({ executablePath }, info) => {
  const profile = info.outputPath('profile')
  const path = writeTillFile(info.outputPath('till.csv'))
  for (const news of ['Everything in this file was imported before.', 'New orders'].toReversed()) {
    const app = await launch(profile, { executablePath, args: [path] })
    const page = await openedWindow(app)
    await expect(page.getByRole('heading', { level: 1, name: 'What Stamgast reads in till.csv' })).toBeVisible()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(total(page)).toHaveText('€1,268.00')
    await expect(page.getByText(news).first()).toBeVisible()
    await app.close()
  }
})

test('an import that begins in the sample shop goes into the own shop', async ({ app, page }, info) => {
  await page.getByRole('button', { name: 'Look around in a sample shop' }).click()
  await expect(page.getByText('This is a sample shop.')).toBeVisible()
  await dropFiles(page, [writeTillFile(info.outputPath('till.csv'))])
  await expect(page.getByText('This goes into your own shop, not into the sample shop.')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(total(page)).toHaveText('€1,268.00')
  await expect(page.getByText('This is a sample shop.')).toBeHidden()
  await chooseMenu(app, 'data')
  await page.getByRole('button', { name: 'To your imports' }).click()
  await expect(imports(page)).toHaveCount(1)
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme })

    test('axe finds nothing at any step of an import', async ({ app, page }, info) => {
      const expectNothingFound = async (step: string): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), step).toEqual([])
      }
      const path = info.outputPath('sales.csv')
      writeFileSync(path, 'order,date,amount\n1,03-04-2026,10.50\n2,05-06-2026,20.25\n3,03-12-2026,5.00\n4,,5.00\n5,01-02-2026,5.00\n')
      await pickSalesFile(app, page, path)
      await expect(page.getByText('No column says who bought')).toBeVisible()
      await page.getByText('How the file was read').click()
      await expectNothingFound('the preview')
      await page.getByRole('radio', { name: /day first/ }).check({ force: true })
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(page.getByText('No row says who bought')).toBeVisible()
      await page.getByRole('button', { name: 'Show the rows set aside' }).click()
      await expect(page.getByRole('cell', { name: 'No date' })).toBeVisible()
      await expectNothingFound('the result')
      await page.getByRole('button', { name: 'To your imports' }).click()
      await page.getByRole('button', { name: 'Undo the import of sales.csv' }).click()
      await page.getByRole('button', { name: 'Details of sales.csv' }).click()
      await expect(page.getByText('This import was undone')).toBeVisible()
      await expectNothingFound('the list')
    })
  })
}
