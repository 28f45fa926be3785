import { createReadStream, createWriteStream, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, pickFiles } from './fixtures.ts'

/** The real sales that one journey imports; kept beside the project, not in it. */
export const onlineRetail = new URL('../../../shared/data/online_retail.csv.gz', import.meta.url)

export async function unpackOnlineRetail(path: string): Promise<string> {
  await pipeline(createReadStream(onlineRetail), createGunzip(), createWriteStream(path))
  return path
}

/** What a Dutch till writes: semicolons, Windows-1252, decimal commas, day first. */
export function writeTillFile(path: string): string {
  const rows = [
    'Bonnummer;Datum;Klantnummer;Klant;Artikel;Aantal;Prijs',
    '1001;15-01-2026;7;Zoë de Vries;Café crème;2;3,50',
    '1001;15-01-2026;7;Zoë de Vries;Crème brûlée;1;6,25',
    '1002;28-01-2026;9;André Bos;Café crème;1;3,50',
    '1003;03-02-2026;7;Zoë de Vries;Café crème;4;3,50',
    '1004;17-02-2026;;;Boterkoek;1;1.234,50',
    '1005;31-02-2026;9;André Bos;Boterkoek;1;2,75',
  ]
  writeFileSync(path, Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1'))
  return path
}

/** So many orders of one line each that an import takes a while. */
export function writeManyOrders(path: string, orders: number): string {
  const lines = ['order,date,customer,product,quantity,price']
  for (let order = 1; order <= orders; order++) {
    const day = String(1 + order % 28).padStart(2, '0')
    lines.push(`${order},2025-${String(1 + order % 12).padStart(2, '0')}-${day},C${order % 5000},P${order % 40},1,${10 + order % 7}.50`)
  }
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** The owner presses the button and chooses this file in the computer's dialog. */
export async function pickSalesFile(app: ElectronApplication, page: Page, path: string, button: string | RegExp = /^(Choose a file|Import a file|Import another file)$/): Promise<void> {
  await pickFiles(app, [path])
  await page.getByRole('button', { name: button }).click()
}

export async function importSales(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await pickSalesFile(app, page, path)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Does this total agree with your till?' })).toBeVisible({ timeout: 60_000 })
}
