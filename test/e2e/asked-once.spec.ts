import { mkdirSync, writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { workbookParts } from '../engine/files/xlsx-writer.ts'
import { zipOf } from '../engine/files/zip-writer.ts'
import { chooseMenu, dropFiles, expect as patiently, pickFiles, test } from './fixtures.ts'

const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(240_000)

/** Invoices as Excel saves them in the Netherlands: Windows-1252, semicolons, decimal commas, dates that can be read in two ways. */
function writeInvoices(path: string, rows: readonly string[]): string {
  writeFileSync(path, Buffer.from(`Factuurnr;Factuurdatum;Debiteur;Naam;Bedrag incl. btw\r\n${rows.join('\r\n')}\r\n`, 'latin1'))
  return path
}
const total = (page: Page) => page.getByTestId('control-total')

async function expectNothingFound(page: Page, step: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), step).toEqual([])
}

/** Opens a list to choose from, and chooses. */
async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

test.describe('in Dutch', () => {
  test.use({ language: 'nl' })

  test('invoices ask once how dates are written and which VAT is in them; the next file asks nothing', async ({ app, page }, info) => {
    await dropFiles(page, [writeInvoices(info.outputPath('januari.csv'), ['1;05-01-2026;10;Café Zoë;121,00', '2;12-01-2026;11;Bakkerij André;60,50'])])
    await expect(page.getByRole('radio', { name: '5 jan 2026 (dag voorop)' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Importeren', exact: true })).toBeDisabled()
    await page.getByRole('radio', { name: '5 jan 2026 (dag voorop)' }).check({ force: true })
    await expect(page.getByText('In dit bestand wel. Welk tarief?')).toBeVisible()
    await chooseOption(page, 'Zit er btw in deze bedragen?', 'Ja, 21%')
    await page.getByRole('button', { name: 'Importeren', exact: true }).click()
    await expect(total(page)).toHaveText('€ 181,50')
    await expect(page.getByTestId('batch-vat')).toHaveText('Van de netto verkopen is € 31,50 btw (21%). De cijfers van klanten zijn zonder.')

    await dropFiles(page, [writeInvoices(info.outputPath('februari.csv'), ['3;03-02-2026;10;Café Zoë;12,10'])])
    await expect(page.getByText('Gelezen zoals vorige keer')).toBeVisible()
    await expect(page.getByText('Daarvan overgenomen: de btw en hoe datums geschreven zijn.')).toBeVisible()
    await expect(page.getByRole('radio')).toHaveCount(0)
    await page.getByRole('button', { name: 'Importeren', exact: true }).click()
    await expect(total(page)).toHaveText('€ 12,10')
    await expect(page.getByRole('main')).toContainText('Verkopen van 3 feb 2026 tot en met 3 feb 2026.')

    await chooseMenu(app, 'customers')
    await expect(page.getByText('Bedragen zijn zonder btw.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Café Zoë')
    await page.getByRole('grid').getByText('Café Zoë').click()
    await expect(page.locator('section', { has: page.getByRole('heading', { name: 'Bestellingen' }) })).toContainText('Bedragen zijn zonder btw.')
  })
})

test('all files of a zip come in with one click, each with its own total', async ({ page }, info) => {
  const zip = info.outputPath('year.zip')
  const csv = (month: string, amount: string) => `order,date,customer,amount\n${month},2026-${month}-15,Anna,${amount}\n`
  writeFileSync(zip, zipOf(['01', '02', '03'].map((month) => ({ name: `${month}.csv`, content: csv(month, `${Number(month)}0.00`) }))))
  await dropFiles(page, [zip])
  await page.getByRole('button', { name: 'Import all 3 files' }).click()
  const files = page.getByRole('table', { name: 'The 3 files imported in one go' })
  await expect(files.getByRole('row')).toContainText(['File', 'year.zip › 01.csv', 'year.zip › 02.csv', 'year.zip › 03.csv'])
  await expect(files.getByRole('row')).toContainText(['Total', '€10.00', '€20.00', '€30.00'])
  await page.getByRole('button', { name: 'To your imports' }).click()
  await expect(page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 2 })).toHaveText(['year.zip › 03.csv', 'year.zip › 02.csv', 'year.zip › 01.csv'])
})

test('a zip file stands for the sales files in it, one after the other; what else is in it is told', async ({ page }, info) => {
  const zip = info.outputPath('orders.zip')
  const csv = (order: number, month: string) => `order,date,customer,amount\n${order},2026-${month}-15,Anna,10.00\n`
  writeFileSync(zip, zipOf([{ name: 'february.csv', content: csv(2, '02') }, { name: 'january.csv', content: csv(1, '01') }, { name: 'logo.png', content: 'x' }]))
  await dropFiles(page, [zip])
  await expect(page.getByRole('heading', { level: 1, name: 'What Stamgast reads in orders.zip › february.csv' })).toBeVisible()
  await expect(page.getByText('1 other file was left aside, because it is no CSV or XLSX: logo.png.')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Next file: orders.zip › january.csv' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('orders.zip › january.csv, imported on')
  await page.getByRole('button', { name: 'To your imports' }).click()
  await expect(page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 2 })).toHaveText(['orders.zip › january.csv', 'orders.zip › february.csv'])
})

test('a folder is dropped, or chosen in the dialog', async ({ app, page }, info) => {
  const folder = info.outputPath('exports')
  mkdirSync(folder)
  writeFileSync(`${folder}/sales.csv`, 'order,date,customer,amount\n1,2026-01-15,Anna,10.00\n')
  await dropFiles(page, [folder])
  await expect(page.getByRole('heading', { level: 1, name: 'What Stamgast reads in exports › sales.csv' })).toBeVisible()
  await expect(page.getByText('This is the first row, as it stands in the file.')).toBeVisible()
  await page.getByRole('button', { name: 'Do not import' }).click()
  await pickFiles(app, [folder])
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What Stamgast reads in exports › sales.csv' })).toBeVisible()
})

test('a file with two currencies waits for the owner to say which counts', async ({ page }, info) => {
  const path = info.outputPath('mixed.csv')
  writeFileSync(path, 'order,date,customer,amount,currency\n1,2026-01-15,Anna,10.00,EUR\n2,2026-01-16,Bert,99.00,USD\n')
  await dropFiles(page, [path])
  await expect(page.getByText('This file has amounts in Euro (EUR) and US Dollar (USD).')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await page.getByRole('radio', { name: 'Euro (EUR)' }).check({ force: true })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(total(page)).toHaveText('€10.00')
  await expect(page.getByRole('rowheader', { name: 'In another currency than the one you chose' })).toBeVisible()

  const dollars = info.outputPath('dollars.csv')
  writeFileSync(dollars, 'number,day,client,total,currency\n3,2026-01-16,Bert,99.00,USD\n')
  await dropFiles(page, [dollars])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This file is in USD, and your sales so far are in EUR.' })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme })

    test('VAT is said of an import afterwards, sheets are chosen, and axe finds nothing', async ({ app, page }, info) => {
      const sheet = (name: string, customer: string) => ({ name, rows: [['order', 'date', 'customer', 'amount'], ['1', '2026-01-15', customer, 121]] })
      const book = info.outputPath('book.xlsx')
      writeFileSync(book, zipOf(workbookParts([sheet('North', 'Anna'), sheet('South', 'Bert')])))
      await dropFiles(page, [book])
      await chooseOption(page, 'Which sheet holds your sales?', 'South')
      await expect(page.getByRole('cell', { name: 'Bert' })).toBeVisible()
      await chooseOption(page, 'Is there VAT in these amounts?', 'Yes, another rate')
      await page.getByLabel('Which rate, in percent?').fill('10%')
      await page.getByLabel('Which rate, in percent?').press('Enter')
      await expectNothingFound(page, 'the preview')
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(page.getByTestId('batch-vat')).toHaveText('Of the net sales €11.00 is VAT (10%). Customers’ figures are without it.')
      await chooseOption(page, 'Is there VAT in these amounts?', 'Yes, 21%')
      await expect(page.getByTestId('batch-vat')).toHaveText('Of the net sales €21.00 is VAT (21%). Customers’ figures are without it.')
      await expectNothingFound(page, 'the result')

      await dropFiles(page, [book])
      await expect(page.getByText('Read as last time')).toBeVisible()
      await expect(page.getByText('Taken over from there: which sheet is read and the VAT.')).toBeVisible()
      await expectNothingFound(page, 'the preview as last time')
      await page.getByRole('button', { name: 'Start anew' }).click()
      await expect(page.getByRole('cell', { name: 'Anna' })).toBeVisible()
      await expect(page.getByText('Read as last time')).toBeHidden()
      await chooseMenu(app, 'customers')
      await expect(page.getByText('Amounts are without VAT.')).toBeVisible()
    })
  })
}
