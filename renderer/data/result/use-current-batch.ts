import type { BatchSummary } from '../../../shared/contract/data.ts'
import { useAnswer } from '../../ui/use-answer.ts'

/** An import as it is now: rows of it may have been mended since it was told of. */
export function useCurrentBatch(batch: BatchSummary): BatchSummary {
  const batches = useAnswer('data:batches', {})
  return batches.value?.find(({ batchId }) => batchId === batch.batchId) ?? batch
}
