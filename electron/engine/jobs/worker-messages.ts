import type { Failure } from '../../../shared/result.ts'

/** How far a file has been read. */
export type ReadingProgress = { readonly rowsDone: number; readonly fraction: number }

export type FromWorker<Output> =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'done'; readonly output: Output }
  /** An expected failure, for the owner. */
  | { readonly kind: 'refused'; readonly failure: Failure }
