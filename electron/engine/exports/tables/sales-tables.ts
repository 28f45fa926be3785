import type { Row, Table } from '../../../../shared/export/table.ts'
import { productsColumns, productsRow } from '../../../../shared/export/tables/products.ts'
import { revenueColumns, revenueRows } from '../../../../shared/export/tables/revenue.ts'
import { salesColumns, salesRow } from '../../../../shared/export/tables/sales.ts'
import { readProductSales, readSalesCurrency, readSalesLines } from '../../database/export-store.ts'
import { readRevenueByDay } from '../../database/revenue-store.ts'
import { inPages, type Sources, type TableRequest } from '../sources.ts'

const PRODUCTS_PER_PAGE = 1000
const DAYS_PER_PAGE = 1000

export async function salesTable({ reader, words, settings }: Sources): Promise<Table> {
  const currency = await readSalesCurrency(reader) ?? settings.currency
  async function* pages(): AsyncGenerator<readonly Row[]> {
    for await (const lines of readSalesLines(reader)) yield lines.map((line) => salesRow(line, currency))
  }
  return { title: words.exports.titles.sales, columns: salesColumns(words), pages: pages() }
}

export async function productsTable({ reader, words, settings }: Sources): Promise<Table> {
  const products = await readProductSales(reader)
  return { title: words.exports.titles.products, columns: productsColumns(words, settings.currency), pages: inPages(products, PRODUCTS_PER_PAGE, (page) => page.map(productsRow)) }
}

export async function revenueTable({ per }: TableRequest<'revenue'>, { reader, words, settings }: Sources): Promise<Table> {
  const rows = revenueRows(await readRevenueByDay(reader), per)
  return { title: words.exports.titles.revenue, columns: revenueColumns(words, settings.currency, per), pages: inPages(rows, DAYS_PER_PAGE, (page) => page) }
}
