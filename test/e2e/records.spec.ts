import { writeFileSync } from 'node:fs'
import { en, nl } from '../../shared/i18n/index.ts'
import { expectNothingFound } from './axe.ts'
import { dropFiles, expect, test } from './fixtures.ts'
import { importSales, pickSalesFile, writeTillFile } from './sales-files.ts'

/** What a mailing program or a web shop writes of its customers. */
function writeCustomerList(path: string): string {
  const rows = [
    'Klantnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Nieuwsbrief;Herkomst;Punten;Geboortedatum',
    "'7;Zoë;de;Vries;zoe@example.nl;ja;Instagram;120;17-05-1961",
    '9;André;;Bos;andre@example.nl;nee;Google;0;31-12-1984',
    ';;;;;ja;;;',
  ]
  writeFileSync(path, Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1'))
  return path
}

test('a customer list after the sales: consent and channel stand on the customer’s page, and undo takes them away', async ({ page, app }, info) => {
  await importSales(app, page, writeTillFile(info.outputPath('kassa.csv')))
  await pickSalesFile(app, page, writeCustomerList(info.outputPath('klanten.csv')))
  await expect(page.getByText('This is a list of customers')).toBeVisible()
  await expect(page.getByRole('button', { name: /What is this file about/ })).toContainText('Customers')
  await page.getByRole('button', { name: 'Import', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Your customer list is in' })).toBeVisible()
  await expect(page.getByTestId('rows-read')).toHaveText('3 rows read = 2 rows used + 1 row set aside.')
  await page.getByRole('button', { name: 'Show the rows set aside' }).click()
  await expect(page.getByRole('row', { name: /Nothing says whom or what the row is about/ })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Why' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Amount' })).toHaveCount(0)
  await page.getByRole('button', { name: 'See what is known' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What else is known' })).toBeVisible()
  await expect(page.getByText('2 customers. 2 of your 2 customers are in it (100%). 1 address may be mailed.')).toBeVisible()

  const openCustomer = async (): Promise<void> => {
    await page.getByRole('navigation').getByRole('button', { name: 'Customers', exact: true }).click()
    await page.getByRole('grid').getByText('Zoë de Vries').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Zoë de Vries' })).toBeVisible()
  }
  const known = page.locator('section', { has: page.getByRole('heading', { name: 'Also known' }) })
  await openCustomer()
  await expect(known).toContainText('May be mailedyes')
  await expect(known).toContainText('Came in throughInstagram')
  await expect(known).toContainText('Date of birth17 May 1961')
  await page.getByRole('button', { name: 'All customers' }).click()

  await page.getByRole('navigation').getByRole('button', { name: 'Data', exact: true }).click()
  await page.getByRole('button', { name: 'Imports', exact: true }).click()
  await page.getByRole('button', { name: 'Undo the import of klanten.csv' }).click()
  await expect(page.getByText('What it said no longer counts.')).toBeVisible()
  await openCustomer()
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible()
  await expect(known).toHaveCount(0)
})

for (const { language, theme } of [{ language: 'en', theme: 'light' }, { language: 'nl', theme: 'dark' }] as const) {
  test.describe(`${language}, ${theme}`, () => {
    test.use({ language, theme })
    const words = language === 'nl' ? nl : en

    test('axe finds nothing while a list comes in, where it is known, and on its customer', async ({ page }, info) => {
      await dropFiles(page, [writeTillFile(info.outputPath('kassa.csv'))])
      await page.getByRole('button', { name: words.data.preview.import, exact: true }).click()
      await expect(page.getByTestId('control-total')).toBeVisible()
      await dropFiles(page, [writeCustomerList(info.outputPath('klanten.csv'))])
      await expect(page.getByText(words.records.recognised.customers)).toBeVisible()
      await expectNothingFound(page, 'the preview of a list')
      await page.getByRole('button', { name: words.data.preview.import, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: words.records.result.title.customers })).toBeVisible()
      await expectNothingFound(page, 'a list that came in')
      await page.getByRole('button', { name: words.records.result.seeKnown }).click()
      await expect(page.getByRole('heading', { level: 1, name: words.records.known.title })).toBeVisible()
      await expectNothingFound(page, 'what is known')
      await page.getByRole('navigation').getByRole('button', { name: words.frame.navigation.customers, exact: true }).click()
      await page.getByRole('grid').getByText('Zoë de Vries').click()
      await expect(page.getByRole('heading', { name: words.records.customer.title })).toBeVisible()
      await expectNothingFound(page, 'a customer in a list')
    })
  })
}
