import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../../shared/result.ts'
import { buffersOf } from './buffers-of.ts'
import { progressPace } from './progress-pace.ts'
import { type WorkerJobName, workerJobs } from './worker-jobs.ts'
import type { FromWorker, ReadingProgress } from './worker-messages.ts'

if (!parentPort) throw new Error('This file runs as a worker thread.')
const port = parentPort
const post = (message: FromWorker<unknown>, transfer: ArrayBuffer[] = []) => { port.postMessage(message, transfer) }

const isTime = progressPace()
function report(progress: ReadingProgress): void {
  if (isTime(performance.now(), progress.fraction)) post({ kind: 'progress', progress })
}

const { job, input } = workerData as { job: WorkerJobName; input: never }
try {
  const output = await workerJobs[job](input, report)
  post({ kind: 'done', output }, buffersOf(output))
} catch (error) {
  if (!(error instanceof AppError)) throw error
  post({ kind: 'refused', failure: error.failure })
}
