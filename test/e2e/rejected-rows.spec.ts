import { writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { dropFiles, expect as patiently, test } from './fixtures.ts'
import { importSales } from './sales-files.ts'

/** Long work on a busy computer: what matters is that it comes. */
const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(240_000)

/** The till says € 100.00. */
function writeBadRows(path: string): string {
  writeFileSync(path, [
    'order,date,customer,product,amount',
    '1,2026-01-20,Anna,Tea,30.00',
    '1,2026-01-32,Anna,Mug,10.00',
    '2,2026-02-21,Bert,Tea,2o.00',
    '3,2026-02-22,Anna,Tea,15.00',
    '4,2026-03-01,Bert,Pot,25.00',
  ].join('\r\n'))
  return path
}

const total = (page: Page) => page.getByTestId('control-total')
const imports = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Details/ }) })
const report = (page: Page) => page.getByRole('main')
async function expectNothingFound(page: Page, step: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), step).toEqual([])
}

async function mend(page: Page, line: number, cell: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Mend line ${line}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: cell }).fill(text)
  await dialog.getByRole('button', { name: 'Count this row' }).click()
}

test('bad rows are mended in place until the total is the till’s; the file as it was then brings nothing new, and all of it can be undone', async ({ app, page }, info) => {
  const path = writeBadRows(info.outputPath('till.csv'))
  await importSales(app, page, path)
  await expect(total(page)).toHaveText('€80.00')
  await expect(page.getByTestId('rows-read')).toHaveText('5 rows read = 3 rows used + 2 rows set aside')

  await page.getByRole('button', { name: 'Show the rows set aside' }).click()
  await page.getByRole('button', { name: 'Mend line 4' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mend line 4 of till.csv' })
  await expect(dialog.getByText('Why it was set aside: Amount cannot be read.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'amount' })).toBeFocused()
  await expectNothingFound(page, 'the form')
  await dialog.getByRole('textbox', { name: 'amount' }).fill('2o')
  await dialog.getByRole('button', { name: 'Count this row' }).click()
  await expect(dialog.getByText('It cannot be used like this yet: Amount cannot be read.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'amount' }).fill('20.00')
  await dialog.getByRole('button', { name: 'Count this row' }).click()
  await expect(page.getByText('Line 4 counts now.')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByTestId('rows-read')).toHaveText('5 rows read = 3 rows used + 1 row mended + 1 row set aside')
  await mend(page, 3, 'date', '2026-01-20')

  await expect(total(page)).toHaveText('€100.00')
  await expect(page.getByTestId('rows-read')).toHaveText('5 rows read = 3 rows used + 2 rows mended + 0 rows set aside')
  await expect(report(page)).toContainText('No row was set aside.')
  await page.getByRole('button', { name: 'Show the rows you mended' }).click()
  await expect(page.getByRole('table', { name: 'Rows that were mended' }).getByRole('row').nth(1)).toContainText('1,2026-01-20,Anna,Mug,10.00')
  await expectNothingFound(page, 'the report')
  expect(await page.evaluate(() => window.stamgast.call('workspace:info', {}))).toMatchObject({ value: { orders: 4, customers: 2 } })

  await importSales(app, page, path)
  await expect(page.getByText('0 new, 4 known: nothing counted twice')).toBeVisible()
  await expect(total(page)).toHaveText('€100.00')
  await expect(report(page)).toContainText('2 rows were mended in an earlier import and were read like that again.')

  await page.getByRole('button', { name: 'To your imports' }).click()
  const items = imports(page)
  await expect(items).toHaveCount(3)
  await expect(items.nth(1)).toContainText('Mended rows of till.csv')
  await expect(items.nth(2)).toContainText('Total of every row €100.00 · 2 rows mended')
  await expectNothingFound(page, 'the list')
  await items.nth(0).getByRole('button', { name: 'Undo the import of till.csv' }).click()
  await items.nth(1).getByRole('button', { name: 'Undo the mended rows of till.csv' }).click()
  await expect(items.nth(2)).toContainText('Total of every row €80.00 · 2 rows set aside')
  await items.nth(2).getByRole('button', { name: 'Undo the import of till.csv' }).click()
  await expect(items.nth(2)).toContainText('counts for nothing')
  expect(await page.evaluate(() => window.stamgast.call('workspace:info', {}))).toMatchObject({ value: { orders: 0, customers: 0 } })
})

test('orders that came with another content are listed with what they were; undoing the import gives the ranking of before', async ({ app, page }, info) => {
  const january = writeBadRows(info.outputPath('january.csv'))
  await importSales(app, page, january)
  const ranking = () => page.evaluate(() => window.stamgast.call('customers:rank', { method: 'realized-value' }))
  const before = await ranking()

  const february = info.outputPath('february.csv')
  writeFileSync(february, 'order,date,customer,product,amount\n3,2026-02-22,Anna,Tea,65.00\n4,2026-03-01,Bert,Pot,25.00\n5,2026-03-02,Clara,Pot,5.00\n5,2026-03-02,Dora,Pot,6.00\n')
  await importSales(app, page, february)
  await page.getByRole('button', { name: 'Show the orders that changed' }).click()
  const changed = page.getByRole('table', { name: 'Orders with another content than before' }).getByRole('row')
  await expect(changed).toHaveCount(2)
  await expect(changed.nth(1)).toContainText('€15.00')
  await expect(changed.nth(1)).toContainText('from january.csv')
  await expect(changed.nth(1)).toContainText('€65.00')
  await expect(changed.nth(1)).toContainText('this file')
  const shared = page.getByRole('table', { name: 'Order numbers with several customers' }).getByRole('row')
  await expect(shared).toHaveCount(3)
  await expect(shared.nth(2)).toContainText('Dora')
  await expectNothingFound(page, 'the report with changed orders')
  expect(await ranking()).not.toEqual(before)

  await page.getByRole('button', { name: 'To your imports' }).click()
  await page.getByRole('button', { name: 'Undo the import of february.csv' }).click()
  await expect(imports(page).nth(0)).toContainText('counts for nothing')
  expect(await ranking()).toEqual(before)
})

test.describe('in Dutch, dark', () => {
  test.use({ language: 'nl', theme: 'dark' })

  test('axe finds nothing while a row is mended', async ({ page }, info) => {
    await dropFiles(page, [writeBadRows(info.outputPath('kassa.csv'))])
    await page.getByRole('button', { name: 'Importeren', exact: true }).click()
    await page.getByRole('button', { name: 'Toon de apart gezette regels' }).click()
    await page.getByRole('button', { name: 'Regel 3 herstellen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Regel 3 van kassa.csv herstellen' })
    await expect(dialog.getByRole('textbox', { name: 'date' })).toBeFocused()
    await expectNothingFound(page, 'the form')
    await dialog.getByRole('textbox', { name: 'date' }).fill('2026-01-20')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Regel 3 telt nu mee.')).toBeVisible()
    await page.getByRole('button', { name: 'Toon de herstelde regels' }).click()
    await page.getByRole('button', { name: 'Terugzetten: regel 3' }).click()
    await expect(page.getByText('Regel 3 staat weer apart, zoals hij in het bestand stond.')).toBeVisible()
    await expectNothingFound(page, 'the report')
  })
})
