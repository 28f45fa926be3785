import { clvMethod, rankSort } from './customers.ts'
import { rejectReason } from './data.ts'
import { exportLayouts } from './lists.ts'
import { count, fileToken, jobId, z } from './schema.ts'
import { audience, simulationRequest } from './strategies.ts'

/** CSV as Dutch Excel reads it, CSV as most other programs do, or a spreadsheet. */
export const exportLayout = z.enum(exportLayouts)
export type ExportLayout = z.infer<typeof exportLayout>

/** Which table, as it is on screen. */
export const exportTable = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ranking'), method: clvMethod.default('total-clv'), sort: rankSort.default('value'),
    direction: z.enum(['descending', 'ascending']).default('descending'), search: z.string().max(200).default(''),
  }),
  z.object({ kind: z.literal('customer-orders'), customerId: count }),
  /** Every line of every order that counts: what another Stamgast can import. */
  z.object({ kind: z.literal('sales') }),
  z.object({ kind: z.literal('products') }),
  z.object({ kind: z.literal('revenue'), per: z.enum(['day', 'month']) }),
  z.object({ kind: z.literal('import-history') }),
  z.object({ kind: z.literal('rejected-rows'), batchId: count, reason: rejectReason.optional() }),
  z.object({ kind: z.literal('changed-orders'), batchId: count }),
  z.object({ kind: z.literal('outcome'), simulation: simulationRequest }),
  z.object({ kind: z.literal('audience'), audience }),
  z.object({ kind: z.literal('scenarios') }),
])
export type ExportTable = z.infer<typeof exportTable>

export const exportsChannels = {
  /** Writes a table to the file that the owner chose; `rows` are those below the heading. */
  'exports:save': {
    request: z.object({ table: exportTable, layout: exportLayout, language: z.enum(['en', 'nl']), file: fileToken, jobId: jobId.optional() }),
    response: z.object({ rows: count, bytes: count }),
  },
}
