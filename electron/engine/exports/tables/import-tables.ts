import type { Row, Table } from '../../../../shared/export/table.ts'
import { importHistoryColumns, importHistoryRow } from '../../../../shared/export/tables/import-history.ts'
import { rejectedRowsColumns, rejectedRowsRow } from '../../../../shared/export/tables/rejected-rows.ts'
import { readBatches, readRejectedRows } from '../../database/batch-store.ts'
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
  const batch = (await readBatches(reader)).find((each) => each.batchId === batchId)
  async function* pages(): AsyncGenerator<readonly Row[]> {
    for (let offset = 0; ; offset += ROWS_PER_PAGE) {
      const { rows } = await readRejectedRows(reader, batchId, { reason, offset, limit: ROWS_PER_PAGE })
      if (rows.length === 0) return
      yield rows.map((row) => rejectedRowsRow(row, words))
    }
  }
  return { title: words.exports.titles['rejected-rows'], columns: rejectedRowsColumns(words, batch?.currency ?? settings.currency), pages: pages() }
}
