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

/** The rows and orders of an import that ask for a look. */
export const rowsChannels = {
  'data:changed-orders': { request: z.object(page), response: z.object({ rows: z.array(changedOrder), total: count }) },
  'data:shared-numbers': { request: z.object(page), response: z.object({ rows: z.array(sharedNumber), total: count }) },
}
