import type { BatchSummary, RejectReason } from '../../../shared/contract/data.ts'

export type ControlPart = { readonly kind: 'net-sales' | 'mended' | RejectReason; readonly rows: number; readonly amountCents: number }

export type ControlTotal = {
  readonly parts: readonly ControlPart[]
  readonly rows: number
  readonly totalCents: number
  /** What the parts leave unexplained; anything but 0 is a fault that the owner gets to see. */
  readonly differenceCents: number
}

/** The control total taken apart: what was sold, then each kind of row that is not a sale, the largest amount first. */
export function controlTotalOf(batch: BatchSummary): ControlTotal {
  const setAside = batch.rejectedByReason
    .map(({ reason, rows, amountCents }): ControlPart => ({ kind: reason, rows, amountCents }))
    .sort((a, b) => Math.abs(b.amountCents) - Math.abs(a.amountCents) || b.rows - a.rows)
  const parts: readonly ControlPart[] = [
    { kind: 'net-sales', rows: batch.rowsAccepted, amountCents: batch.netRevenueCents },
    ...(batch.mended ? [{ kind: 'mended' as const, rows: batch.mended.rows, amountCents: batch.mended.amountCents }] : []),
    ...setAside,
  ]
  const sum = parts.reduce((total, part) => total + part.amountCents, 0)
  return { parts, rows: batch.rowsRead, totalCents: batch.controlTotalCents, differenceCents: batch.controlTotalCents - sum }
}

/** True when a file was imported before as a whole: it changed nothing. */
export function addedNothing(batch: BatchSummary): boolean {
  return batch.knownOrders > 0 && batch.newOrders === 0 && batch.changedOrders === 0
}
