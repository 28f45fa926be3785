import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../../shared/result.ts'
import { buffersOf } from './buffers-of.ts'
import { type WorkerJobName, workerJobs } from './worker-jobs.ts'
import type { FromWorker, ReadingProgress } from './worker-messages.ts'

const PROGRESS_EVERY_MS = 100

if (!parentPort) throw new Error('This file runs as a worker thread.')
const port = parentPort
const post = (message: FromWorker<unknown>, transfer: ArrayBuffer[] = []) => { port.postMessage(message, transfer) }

let toldAt = 0
function report(progress: ReadingProgress): void {
  const now = performance.now()
  if (now - toldAt < PROGRESS_EVERY_MS) return
  toldAt = now
  post({ kind: 'progress', progress })
}

const { job, input } = workerData as { job: WorkerJobName; input: never }
try {
  const output = workerJobs[job](input, report)
  post({ kind: 'done', output }, buffersOf(output))
} catch (error) {
  if (!(error instanceof AppError)) throw error
  post({ kind: 'refused', failure: error.failure })
}
