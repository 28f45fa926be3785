import { fieldName, rejectReason } from './data.ts'
import { cents, count, isoDay, z } from './schema.ts'

const page = { batchId: count, offset: count.default(0), limit: count.max(500).default(100) }

/** One version of an order: whose it was, and for how much. */
export const orderVersion = z.object({
  orderedOn: isoDay,
  amountCents: cents,
  /** Nobody where the order names no customer. */
  customer: z.string().nullable(),
  /** The import that brought this version. */
  batchId: count,
  fileName: z.string(),
  importedAt: z.string(),
})
export type OrderVersion = z.infer<typeof orderVersion>

/** An order that an import brought with another content than was known. */
export const changedOrder = z.object({
  orderKey: z.string(),
  before: orderVersion,
  after: orderVersion,
  /** False where a still later import changed the order once more. */
  counts: z.boolean(),
})
export type ChangedOrder = z.infer<typeof changedOrder>

/** One order number that a file gives to several customers: each has an order of their own. */
export const sharedNumber = z.object({ orderKey: z.string(), versions: z.array(orderVersion).min(1) })
export type SharedNumber = z.infer<typeof sharedNumber>

/** A row that was set aside, as a form to mend it in. */
export const rowForm = z.object({
  lineNumber: count,
  reason: rejectReason,
  /** As they stand in the file; what stands beyond the heading has no name. */
  cells: z.array(z.object({ name: z.string().nullable(), field: fieldName.nullable(), text: z.string() })),
  /** Why it cannot be mended: too long to be kept whole, or it was not kept how its file was read. */
  obstacle: z.enum(['cut', 'reading-unknown']).nullable(),
})
export type RowForm = z.infer<typeof rowForm>

export const mendedRow = z.object({
  lineNumber: count,
  original: z.string(),
  /** As it is read now; `null` where nothing was wrong with the row itself, but with another one of its order. */
  mended: z.string().nullable(),
  /** False where the row was mended in an earlier import of the file and only read again. */
  canPutBack: z.boolean(),
})
export type MendedRow = z.infer<typeof mendedRow>

const row = { batchId: count, lineNumber: count }
const MOST_CELLS = 5000

/** The rows and orders of an import that ask for a look. */
export const rowsChannels = {
  'data:changed-orders': { request: z.object(page), response: z.object({ rows: z.array(changedOrder), total: count }) },
  'data:rejected-row': { request: z.object(row), response: rowForm },
  /** Reads a row with these cells. Counts from then on where it can be read; else nothing changes, and the reason is told. */
  'data:mend-row': {
    request: z.object({ ...row, cells: z.array(z.string()).min(1).max(MOST_CELLS) }),
    response: z.object({ reason: rejectReason.nullable() }),
  },
  /** Sets a mended row aside again, as it stood in the file. */
  'data:put-back-row': { request: z.object(row), response: z.object({ isBack: z.boolean() }) },
  'data:mended-rows': { request: z.object(page), response: z.object({ rows: z.array(mendedRow), total: count }) },
  'data:shared-numbers': { request: z.object(page), response: z.object({ rows: z.array(sharedNumber), total: count }) },
}
