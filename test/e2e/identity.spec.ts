import { writeFileSync } from 'node:fs'
import { en, nl, type Language } from '../../shared/i18n/index.ts'
import { expectNothingFound } from './axe.ts'
import { dropFiles, expect as patiently, test } from './fixtures.ts'

const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(240_000)

const sales = [
  'Order number,Date,Customer number,First name,Last name,E-mail,Phone,Postcode,Total',
  'A1,2024-01-31,7,Anna,de Vries,anna@voorbeeld.nl,06-12345678,1234 AB,25.00',
  'A2,2024-03-31,7,Anna,de Vries,anna@voorbeeld.nl,06-12345678,1234 AB,35.00',
  'A3,2024-02-28,,A.,de Vries,ANNA@voorbeeld.nl,,,40.00',
  'A4,2024-02-01,8,Bob,Bakker,bob@voorbeeld.nl,06-12345678,9999 ZZ,10.00',
].join('\n')

for (const language of ['en', 'nl'] satisfies Language[]) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme })
      const words = language === 'nl' ? nl : en

      test('a guest with the e-mail of an account is one customer, separated again by a click and taken back together by another', async ({ page }, info) => {
        const path = info.outputPath('sales.csv')
        writeFileSync(path, sales)
        await dropFiles(page, [path])
        await page.getByRole('button', { name: words.data.preview.import, exact: true }).click()
        await page.getByRole('button', { name: words.data.result.seeCustomers }).click()
        const rows = page.getByRole('grid', { name: words.customers.tableLabel }).getByRole('row')
        // The heading, Anna and Bob.
        await expect(rows).toHaveCount(3)
        await expect(rows.nth(1)).toContainText('Anna de Vries')

        await page.getByRole('navigation').getByRole('button', { name: words.frame.navigation.data, exact: true }).click()
        await page.getByRole('button', { name: words.data.pages.identity }).click()
        await expect(page.getByRole('heading', { level: 1, name: words.identity.title })).toBeVisible()
        const merged = page.getByRole('list', { name: words.identity.states.merged.title }).getByRole('listitem')
        const separate = page.getByRole('list', { name: words.identity.states.separate.title }).getByRole('listitem')
        await expect(page.getByRole('heading', { level: 2 })).toHaveText([new RegExp(words.identity.states.suggested.title.replace('?', '\\?')), new RegExp(words.identity.states.merged.title)])
        await expect(merged.first()).toContainText('anna@voorbeeld.nl')
        await expectNothingFound(page, 'suggested and merged')

        await merged.first().getByRole('button', { name: words.identity.actions.separate }).press('Enter')
        await expect(separate.first()).toContainText('A. de Vries')
        await expect(merged).toHaveCount(0)
        await expectNothingFound(page, 'kept apart')
        await page.getByRole('navigation').getByRole('button', { name: words.frame.navigation.customers, exact: true }).click()
        await expect(rows).toHaveCount(4)

        await page.getByRole('navigation').getByRole('button', { name: words.frame.navigation.data, exact: true }).click()
        await separate.first().getByRole('button', { name: words.identity.actions.automatic }).click()
        await expect(merged.first()).toContainText('anna@voorbeeld.nl')
        await page.getByRole('navigation').getByRole('button', { name: words.frame.navigation.customers, exact: true }).click()
        await expect(rows).toHaveCount(3)
        await rows.nth(1).click()
        await expect(page.getByText('A. de Vries', { exact: true })).toBeVisible()
      })
    })
  }
}
