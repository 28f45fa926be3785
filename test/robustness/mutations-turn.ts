/** One turn of mutations.ts, in its own thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { readMutatedFiles } from './mutated-files.ts'

const { folder, count, seed, hangMs } = workerData as { folder: string; count: number; seed: number; hangMs: number }
parentPort?.postMessage(await readMutatedFiles(folder, count, seed, hangMs))
