import { writeFileSync } from 'node:fs'
import { en } from '../../shared/i18n/index.ts'
import { zettleReceipts } from '../engine/files/zettle-receipts.ts'
import { expectNothingFound } from './axe.ts'
import { dropFiles, expect as patiently, test } from './fixtures.ts'

const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(240_000)

test('receipts of Zettle, a spreadsheet: read as they are, without customers, which is said before anything is kept', async ({ page }, info) => {
  const path = info.outputPath('receipts.xlsx')
  writeFileSync(path, zettleReceipts())
  await dropFiles(page, [path])

  await expect(page.getByRole('heading', { level: 1, name: 'What Stamgast reads in receipts.xlsx' })).toBeFocused()
  await expect(page.getByText(en.identity.knowing.never)).toBeVisible()
  await expect(page.getByText(en.identity.knowing.neverBody)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: en.identity.knowing.tips.ask })).toBeVisible()
  await expect(page.getByRole('cell', { name: '2021-08-13 00:47:31' })).toBeVisible()
  await page.getByText('How the file was read').click()
  await expect(page.getByText('The sheet “Sheet1” of this spreadsheet is read')).toBeVisible()
  await expect(page.getByText('Letters are written as')).toHaveCount(0)

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByTestId('control-total')).toHaveText('€250.50')
  await expect(page.getByTestId('rows-read')).toHaveText('6 rows read = 3 rows used + 3 rows set aside')
  await expect(page.getByText(en.identity.knowing.neverBody)).toBeVisible()
  await expectNothingFound(page, 'the result without customers')
  await page.getByRole('button', { name: 'Show the rows set aside' }).click()
  await expect(page.getByRole('table', { name: 'Rows that were set aside' }).getByRole('row').nth(1)).toContainText('21')

  // What can be seen without customers is one click away: the revenue, also by month and by product.
  await page.getByRole('button', { name: en.revenue.see }).click()
  await expect(page.getByRole('heading', { level: 1, name: en.revenue.title })).toBeFocused()
  await expect(page.getByRole('table', { name: en.revenue.months.title }).getByRole('row', { name: /August 2021/ })).toContainText('€250.50')
  await expect(page.getByRole('table', { name: en.revenue.weekdays.title }).getByRole('row', { name: /^Friday/ })).toContainText('€150.50')
  await expect(page.getByRole('table', { name: en.revenue.products.title }).getByRole('row', { name: /Hax/ })).toContainText('€250.50')
  await expectNothingFound(page, 'the revenue where nobody is known')

  // What cannot be ranked says so there too, and how to begin.
  await page.getByRole('navigation').getByRole('button', { name: en.frame.navigation.customers, exact: true }).click()
  await expect(page.getByText(en.errors['no-customers-yet'])).toBeVisible()
  await expect(page.getByText(en.identity.knowing.how)).toBeVisible()
  await expectNothingFound(page, 'customers where nobody is known')
  await page.getByRole('button', { name: en.revenue.see }).click()
  await expect(page.getByRole('heading', { level: 1, name: en.revenue.title })).toBeFocused()
})

test('a spreadsheet that is damaged is refused in words', async ({ page }, info) => {
  const path = info.outputPath('half.xlsx')
  writeFileSync(path, zettleReceipts().subarray(0, 1500))
  await dropFiles(page, [path])
  await expect(page.getByText('This spreadsheet is damaged.')).toBeVisible()
})
