import type { BatchSummary, ReasonGroup } from '../../../../shared/contract/data.ts'

/** Tells of each import which of its rows were mended since: they are no longer set aside, and what they brought is added. */
export function withMends(batches: readonly BatchSummary[]): BatchSummary[] {
  const mending = new Map(batches.flatMap((batch) => (batch.mends && batch.undoneAt === null ? [[batch.mends.batchId, batch] as const] : [])))
  return batches.map((batch) => {
    const mends = mending.get(batch.batchId)
    return mends ? withMended(batch, mends) : batch
  })
}

function withMended(batch: BatchSummary, { batchId, rowsRead, netRevenueCents, mends }: BatchSummary): BatchSummary {
  const byReason = mends?.byReason ?? []
  const left = batch.rejectedByReason.map((group) => without(group, byReason.find(({ reason }) => reason === group.reason)))
  return {
    ...batch,
    rowsRejected: batch.rowsRejected - rowsRead,
    rejectedByReason: left.filter(({ rows }) => rows > 0),
    controlTotalCents: batch.controlTotalCents + netRevenueCents - byReason.reduce((sum, { amountCents }) => sum + amountCents, 0),
    mended: { batchId, rows: rowsRead, amountCents: netRevenueCents },
  }
}

function without(group: ReasonGroup, taken: ReasonGroup | undefined): ReasonGroup {
  return taken ? { ...group, rows: group.rows - taken.rows, amountCents: group.amountCents - taken.amountCents } : group
}
