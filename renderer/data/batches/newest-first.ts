import type { BatchSummary } from '../../../shared/contract/data.ts'

/** The newest import on top; numbers are given out in order, also when a clock was set back. */
export function newestFirst(batches: readonly BatchSummary[]): BatchSummary[] {
  return batches.toSorted((one, other) => other.batchId - one.batchId)
}

/** The day on the owner's own calendar, `YYYY-MM-DD`, at which something happened. */
export function localDay(timestamp: string): string {
  const moment = new Date(timestamp)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
