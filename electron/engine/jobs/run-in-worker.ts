import { Worker } from 'node:worker_threads'
import { AppError, assertNever } from '../../../shared/result.ts'
import type { WorkerJobName, WorkerJobs, WorkerOutputs } from './worker-jobs.ts'
import type { FromWorker, ReadingProgress } from './worker-messages.ts'

type Options = {
  readonly workerUrl: URL
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReadingProgress) => void
}

/** Runs a job in a thread of its own, which ends with it. An aborted signal ends the thread at once, wherever it is. */
export async function runInWorker<J extends WorkerJobName>(
  job: J, input: Parameters<WorkerJobs[J]>[0], { workerUrl, signal, onProgress }: Options,
): Promise<WorkerOutputs[J]> {
  if (signal?.aborted) throw new AppError('cancelled')
  const worker = new Worker(workerUrl, { workerData: { job, input } })
  const stop = () => { void worker.terminate() }
  signal?.addEventListener('abort', stop)
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker<WorkerOutputs[J]>) => {
        switch (message.kind) {
          case 'progress':
            onProgress?.(message.progress)
            return
          case 'done':
            resolve(message.output)
            return
          case 'refused':
            reject(new AppError(message.failure.code, message.failure.detail, message.failure.params))
            return
          default:
            assertNever(message)
        }
      })
      worker.on('error', reject)
      worker.on('exit', () => {
        reject(signal?.aborted ? new AppError('cancelled') : new Error(`The worker for ${job} ended without an answer.`))
      })
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
