import type { Row, Table } from '../../../../shared/export/table.ts'
import { changedOrdersColumns, changedOrdersRow } from '../../../../shared/export/tables/changed-orders.ts'
import { importHistoryColumns, importHistoryRow } from '../../../../shared/export/tables/import-history.ts'
import { rejectedRowsColumns, rejectedRowsRow } from '../../../../shared/export/tables/rejected-rows.ts'
import { cellsOfRow } from '../../../../shared/import/mends/raw-row.ts'
import { readBatches, readRejectedRows } from '../../database/batch-store.ts'
import { readChangedOrders } from '../../database/rows/conflict-store.ts'
import { readMendable } from '../../database/rows/mendable-store.ts'
import { inPages, localMoment, type Sources, type TableRequest } from '../sources.ts'

const BATCHES_PER_PAGE = 100
const ROWS_PER_PAGE = 500

export async function importHistoryTable({ reader, words, settings }: Sources): Promise<Table> {
  return {
    title: words.exports.titles['import-history'],
    columns: importHistoryColumns(words),
    pages: inPages(await readBatches(reader), BATCHES_PER_PAGE, (page) => page.map((batch) => importHistoryRow(batch, words, settings.currency, localMoment))),
  }
}

export async function rejectedRowsTable({ batchId, reason }: TableRequest<'rejected-rows'>, { reader, words, settings }: Sources): Promise<Table> {
  const { summary, reading } = await readMendable(reader, batchId)
  const headings = reading?.columnNames ?? null
  const cellsOf = (raw: string) => (reading === null ? [raw] : cellsOfRow(raw, reading.plan.delimiter))
  async function* pages(): AsyncGenerator<readonly Row[]> {
    for (let offset = 0; ; offset += ROWS_PER_PAGE) {
      const { rows } = await readRejectedRows(reader, batchId, { reason, offset, limit: ROWS_PER_PAGE })
      if (rows.length === 0) return
      yield rows.map((row) => rejectedRowsRow(row, cellsOf(row.raw), headings?.length ?? 1, words))
    }
  }
  return { title: words.exports.titles['rejected-rows'], columns: rejectedRowsColumns(words, summary.currency ?? settings.currency, headings), pages: pages() }
}

export async function changedOrdersTable({ batchId }: TableRequest<'changed-orders'>, { reader, words, settings }: Sources): Promise<Table> {
  const { summary } = await readMendable(reader, batchId)
  async function* pages(): AsyncGenerator<readonly Row[]> {
    for (let offset = 0; ; offset += ROWS_PER_PAGE) {
      const { rows } = await readChangedOrders(reader, { batchId, offset, limit: ROWS_PER_PAGE })
      if (rows.length === 0) return
      yield rows.map(changedOrdersRow)
    }
  }
  return { title: words.exports.titles['changed-orders'], columns: changedOrdersColumns(words, summary.currency ?? settings.currency), pages: pages() }
}
