import { possibleMethod, rankedCustomer, ranksBy, rowsOfRanking } from '../../../../shared/clv/rank.ts'
import type { ClvMethod } from '../../../../shared/contract/customers.ts'
import type { Row, Table } from '../../../../shared/export/table.ts'
import { customerOrdersColumns, customerOrdersRow } from '../../../../shared/export/tables/customer-orders.ts'
import { rankingColumns, rankingRow } from '../../../../shared/export/tables/ranking.ts'
import { AppError } from '../../../../shared/result.ts'
import { chooseAudience } from '../../../../shared/simulation/audience.ts'
import { readOrderTexts } from '../../database/customer-store.ts'
import { readContacts } from '../../database/export-store.ts'
import { customerOrders } from '../../handlers/customer-orders.ts'
import type { Valuation } from '../../valuation.ts'
import { inPages, type Sources, type TableRequest } from '../sources.ts'

const CUSTOMERS_PER_PAGE = 500
const ORDERS_PER_PAGE = 500

type RankedRows = { readonly rows: Int32Array; readonly method: ClvMethod }

async function rankedTable({ valued, sales: { texts } }: Valuation, { rows, method }: RankedRows, title: string, { reader, words, settings, ranges }: Sources): Promise<Table> {
  const ranks = ranksBy(valued, method)
  const { p10, p90 } = await ranges(valued, rows)
  const rangeAt = (at: number) => (Number.isNaN(p10[at]) ? null : { p10: p10[at] ?? 0, p90: p90[at] ?? 0 })
  const rowsOf = async (page: readonly number[], start: number): Promise<readonly Row[]> => {
    const customers = page.map((row) => rankedCustomer(valued, row, ranks[row] ?? 0, texts.names[row] ?? '', method, null))
    const contacts = await readContacts(reader, customers.map(({ customerId }) => customerId))
    return customers.map((customer, index) => rankingRow(customer, rangeAt(start + index), contacts.get(customer.customerId), method, words))
  }
  return { title, columns: rankingColumns(words, settings.currency, method), pages: inPages(rows, CUSTOMERS_PER_PAGE, rowsOf) }
}

/** Everyone who is on screen, in that order. */
export async function rankingTable(request: TableRequest<'ranking'>, sources: Sources): Promise<Table> {
  const valuation = await sources.valuation()
  const method = possibleMethod(valuation.valued, request.method)
  return rankedTable(valuation, { rows: rowsOfRanking(valuation.valued, valuation.sales.texts, request), method }, sources.words.exports.titles.ranking, sources)
}

/** Whom a plan is for, most valuable first. */
export async function audienceTable({ audience }: TableRequest<'audience'>, sources: Sources): Promise<Table> {
  const valuation = await sources.valuation()
  const method = possibleMethod(valuation.valued, 'total-clv')
  const ranks = ranksBy(valuation.valued, method)
  const rows = chooseAudience(valuation.prepared(), audience).toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
  return rankedTable(valuation, { rows, method }, sources.words.exports.titles.audience, sources)
}

/** All orders of one customer, newest first. */
export async function customerOrdersTable({ customerId }: TableRequest<'customer-orders'>, { valuation, reader, words, settings }: Sources): Promise<Table> {
  const { valued, sales, netted } = await valuation()
  const row = valued.customerIds.indexOf(customerId)
  if (row < 0) throw new AppError('customer-not-found')
  const rowsOf = async (page: ReturnType<typeof customerOrders>): Promise<readonly Row[]> => {
    const texts = await readOrderTexts(reader, page.map(({ id }) => id))
    return page.map(({ id, ...order }) => {
      const text = texts.get(id)
      return customerOrdersRow({ ...order, orderId: text?.orderKey ?? String(id), lines: text?.lines ?? 0, products: text?.products ?? [] }, words)
    })
  }
  return {
    title: words.exports.titles['customer-orders'],
    columns: customerOrdersColumns(words, settings.currency),
    pages: inPages(customerOrders(sales.ledger, netted, row), ORDERS_PER_PAGE, rowsOf),
  }
}
