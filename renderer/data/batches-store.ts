import { create } from 'zustand'
import type { BatchSummary } from '../../shared/contract/data.ts'
import type { Failure } from '../../shared/result.ts'
import type { Bridge } from './import-store.ts'

export type BatchesState = {
  readonly batches:
    | { readonly status: 'idle' }
    | { readonly status: 'loading' }
    | { readonly status: 'ready'; readonly value: readonly BatchSummary[] }
    | { readonly status: 'failed'; readonly error: Failure }
  readonly undoingId: number | null
  /** What was undone last, to say so; `null` after the next thing happens. */
  readonly undone: BatchSummary | null
  readonly problem: Failure | null
}

export type BatchesStore = BatchesState & {
  /** Asks again; what is on screen stays there meanwhile. */
  readonly load: () => Promise<void>
  readonly undo: (batchId: number) => Promise<BatchSummary | null>
  readonly forgetNotice: () => void
}

/** True where there is something to list, undone imports included. */
export function hasBatches({ batches }: BatchesState): boolean {
  return batches.status === 'ready' && batches.value.length > 0
}

export function createBatchesStore({ call }: Pick<Bridge, 'call'>) {
  return create<BatchesStore>()((set, get) => ({
    batches: { status: 'idle' },
    undoingId: null,
    undone: null,
    problem: null,

    async load() {
      if (get().batches.status !== 'ready') set({ batches: { status: 'loading' } })
      const result = await call('data:batches', {})
      set({
        batches: result.ok
          ? { status: 'ready', value: result.value.toSorted((one, other) => other.batchId - one.batchId) }
          : { status: 'failed', error: result.error },
      })
    },

    async undo(batchId) {
      set({ undoingId: batchId, undone: null, problem: null })
      const result = await call('data:undo-batch', { batchId })
      if (!result.ok) {
        set({ undoingId: null, problem: result.error })
        return null
      }
      const { batches } = get()
      const replaced = batches.status === 'ready'
        ? { status: 'ready' as const, value: batches.value.map((each) => (each.batchId === batchId ? result.value : each)) }
        : batches
      set({ undoingId: null, undone: result.value, batches: replaced })
      return result.value
    },

    forgetNotice() {
      set({ undone: null, problem: null })
    },
  }))
}
