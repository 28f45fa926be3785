import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import Papa from 'papaparse'
import { withTable } from '../../electron/engine/files/table-file.ts'
import type { ExportLayout } from '../../shared/contract/exports.ts'
import { en, nl } from '../../shared/i18n/index.ts'
import { chooseMenu, expect, saveTo, test } from './fixtures.ts'
import { importSales, writeTillFile } from './sales-files.ts'

const words = nl.exports

async function saveAs(page: Page, button: string, layout: ExportLayout, words: typeof nl.exports = en.exports): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('menu', { name: button }).getByRole('menuitemradio', { name: words.layouts[layout] }).click()
}

function cellsOf(csv: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(csv, { delimiter, skipEmptyLines: true }).data
}

/** A spreadsheet's cells, read as an import reads them. */
async function readSpreadsheet(path: string): Promise<string[][]> {
  const pieces: Uint8Array[] = []
  await withTable({ path }, (table) => table.stream((bytes) => { pieces.push(Uint8Array.from(bytes)) }))
  return cellsOf(Buffer.concat(pieces).toString(), ',')
}

const cents = (cell: string | undefined) => Math.round(Number((cell ?? '').replace(',', '.')) * 100)
const amounts = (rows: readonly string[][]) => rows.map((cells) => cells.map((cell) => (/^-?\d+[.,]\d+$/.test(cell) ? String(Number(cell.replace(',', '.'))) : cell)))

test.describe('in Dutch', () => {
  test.use({ language: 'nl' })

  test('the ranking on screen is saved for Excel and as a spreadsheet, to the cent and in the same order', async ({ page, app }, info) => {
    await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
    await chooseMenu(app, 'customers')
    const table = page.getByRole('grid', { name: nl.customers.tableLabel })
    await table.getByRole('columnheader', { name: nl.customers.columns.name, exact: true }).getByRole('button').click()
    const answer = await page.evaluate(() => window.stamgast.call('customers:rank', {}))
    if (!answer.ok) throw new Error(answer.error.code)
    const { total, customerEquityCents } = answer.value

    const csvPath = info.outputPath('klanten.csv')
    await saveTo(app, csvPath)
    await saveAs(page, words.save, 'csv-semicolon', words)
    const rowsInDutch = new Intl.NumberFormat('nl-NL').format(total)
    await expect(page.getByText(words.saved_other.replace('{{file}}', 'klanten.csv').replace('{{rows}}', rowsInDutch))).toBeVisible()
    const csv = readFileSync(csvPath, 'utf8')
    expect(csv.startsWith('\uFEFF')).toBe(true)
    const [header = [], ...rows] = cellsOf(csv.slice(1), ';')
    expect(header.slice(0, 8)).toEqual([words.columns.rank, words.columns.customer, words.columns.customerNumber, words.columns.email, words.columns.phone, words.columns.consent, words.columns.stage, `${nl.customers.methods['total-clv']} (EUR)`])
    expect(rows).toHaveLength(total)
    expect(rows.reduce((sum, cells) => sum + cents(cells[7]), 0)).toBe(customerEquityCents)
    for (const [index, cells] of rows.slice(0, 4).entries()) {
      const row = table.getByRole('row').nth(index + 1)
      await expect(row).toContainText(cells[1] ?? '')
      await expect(row.getByTitle(new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(cents(cells[7]) / 100))).toBeVisible()
    }

    const xlsxPath = info.outputPath('klanten.xlsx')
    await saveTo(app, xlsxPath)
    await saveAs(page, words.save, 'xlsx', words)
    await expect(page.getByText('klanten.xlsx')).toBeVisible()
    expect(amounts(await readSpreadsheet(xlsxPath))).toEqual(amounts([header, ...rows]))

    // What was chosen last is chosen now, also after the window is opened anew.
    await page.reload()
    await page.getByRole('button', { name: words.save }).click()
    await expect(page.getByRole('menuitemradio', { name: words.layouts.xlsx })).toBeChecked()
  })
})

test('a customer’s orders, the plan, the sales and the rows set aside have a way out, and saved sales come back as known', async ({ page, app }, info) => {
  await importSales(app, page, writeTillFile(info.outputPath('kassa.csv')))
  await page.getByRole('button', { name: en.data.result.toData }).click()
  const folder = info.outputPath('saved')
  const save = async (button: string, name: string, layout: ExportLayout = 'csv-semicolon'): Promise<string> => {
    await saveTo(app, `${folder} ${name}`)
    await saveAs(page, button, layout)
    await expect(page.getByText(`saved ${name}`)).toBeVisible()
    return readFileSync(`${folder} ${name}`, 'utf8')
  }
  expect(cellsOf(await save(en.exports.sales, 'verkopen.csv'), ';')).toHaveLength(6)
  expect(await save(en.exports.products, 'producten.csv')).toContain('Café crème')
  expect(await save(en.exports.history, 'imports.csv')).toContain('kassa.csv')
  await page.getByRole('button', { name: en.data.list.showOf.replace('{{file}}', 'kassa.csv') }).click()
  await page.getByRole('button', { name: en.data.rejected.show }).click()
  expect(await save(en.exports.rejected, 'apart.csv')).toContain('31-02-2026')

  await chooseMenu(app, 'customers')
  await page.getByRole('grid').getByRole('row', { name: 'Zoë de Vries' }).click()
  expect(await save(en.exports.save, 'bestellingen.csv', 'csv-comma')).toContain('1003')

  await chooseMenu(app, 'data')
  await importSales(app, page, `${folder} verkopen.csv`)
  const batches = await page.evaluate(() => window.stamgast.call('data:batches', {}))
  expect(batches.ok && batches.value[0]).toMatchObject({ format: 'stamgast-sales', newOrders: 0, changedOrders: 0, rowsKnown: 5 })
})

test('what cannot be written says so, and leaves nothing behind', async ({ page, app }, info) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'plan')
  await saveTo(app, info.outputPath('no such folder/plan.xlsx'))
  const save = page.getByRole('button', { name: en.exports.figures })
  await save.click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText(en.errors['export-not-writable'])).toBeVisible()

  // Closing the dialog is no failure.
  await saveTo(app, null)
  await expect(save).toBeEnabled()
  await save.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(save).toBeEnabled()
  expect(readdirSync(info.outputPath('.')).filter((name) => name.includes('plan'))).toEqual([])
})
