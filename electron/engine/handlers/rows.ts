import { fieldNames } from '../../../shared/contract/lists.ts'
import type { Handlers } from '../../../shared/contract/index.ts'
import type { RowForm } from '../../../shared/contract/rows.ts'
import { cellsOfRow, rowOfCells } from '../../../shared/import/mends/raw-row.ts'
import { isWholeRow } from '../../../shared/import/sales/rejected-rows.ts'
import { AppError } from '../../../shared/result.ts'
import type { EngineContext } from '../context.ts'
import { readChangedOrders, readSharedNumbers } from '../database/rows/conflict-store.ts'
import { readMendable, readMendedRows, readRowsSetAside } from '../database/rows/mendable-store.ts'
import { type MendOutcome, mendRow } from '../jobs/imports/mend-rows.ts'

type RowsChannel =
  | 'data:changed-orders' | 'data:shared-numbers' | 'data:rejected-row' | 'data:mend-row' | 'data:put-back-row' | 'data:mended-rows'

/** In turn with the imports: one that is being read may hold the same row. */
async function change(context: EngineContext, batchId: number, lineNumber: number, mended: string | null): Promise<MendOutcome> {
  const connection = await context.workspace.connection()
  const outcome = await context.importsInTurn(() => mendRow(connection, batchId, { lineNumber, mended }))
  if (outcome.dataVersion !== null) context.emit('data:changed', { dataVersion: outcome.dataVersion })
  return outcome
}

export const rowsHandlers: Pick<Handlers<EngineContext>, RowsChannel> = {
  'data:changed-orders': async (page, context) => readChangedOrders(await context.workspace.connection(), page),
  'data:shared-numbers': async (page, context) => readSharedNumbers(await context.workspace.connection(), page),
  'data:mended-rows': async (page, context) => readMendedRows(await context.workspace.connection(), page),

  async 'data:rejected-row'({ batchId, lineNumber }, context): Promise<RowForm> {
    const connection = await context.workspace.connection()
    const { reading } = await readMendable(connection, batchId)
    const [row] = await readRowsSetAside(connection, batchId, [lineNumber])
    if (!row) throw new AppError('row-not-mendable')
    const { reason, text } = row
    if (reading === null) return { lineNumber, reason, obstacle: 'reading-unknown', cells: [{ name: null, field: null, text }] }
    const { plan, columnNames } = reading
    const cells = cellsOfRow(text, plan.delimiter)
    const fields = new Map(Object.entries(plan.columns).map(([role, column]) => [column, fieldNames.find((name) => name === role)]))
    return {
      lineNumber,
      reason,
      obstacle: isWholeRow(text) ? null : 'cut',
      cells: Array.from({ length: Math.max(cells.length, columnNames.length) }, (_, column) => ({
        name: columnNames[column] ?? null, field: fields.get(column) ?? null, text: cells[column] ?? '',
      })),
    }
  },

  async 'data:mend-row'({ batchId, lineNumber, cells }, context) {
    const { reading } = await readMendable(await context.workspace.connection(), batchId)
    if (reading === null) throw new AppError('row-not-mendable')
    const { reason } = await change(context, batchId, lineNumber, rowOfCells(withoutEmptyEnd(cells, reading.columnNames.length), reading.plan.delimiter))
    return { reason }
  },

  async 'data:put-back-row'({ batchId, lineNumber }, context) {
    await change(context, batchId, lineNumber, null)
    return { isBack: true }
  },
}

/** A row is written no longer than the heading, unless something stands there. */
function withoutEmptyEnd(cells: readonly string[], columns: number): readonly string[] {
  const end = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  return cells.slice(0, Math.max(end, columns))
}
