/** Reads files with bytes changed at random. Arguments: how many (default 10000), the seed of chance (default 1). Prints one JSON line. */
import { Worker } from 'node:worker_threads'
import { temporaryFolder } from '../engine/start-engine.ts'
import type { MutationReport } from './mutated-files.ts'

const HANG_MS = 5000
const PER_TURN = 100
const files = Number(process.argv[2] ?? 10_000)
const seed = Number(process.argv[3] ?? 1)
const folder = temporaryFolder()

/** A turn in a thread of its own, so that one that never ends can be stopped. */
function turn(index: number): Promise<MutationReport> {
  const worker = new Worker(new URL('./mutations-turn.ts', import.meta.url), { workerData: { folder: folder.path, count: PER_TURN, seed: seed * 100_000 + index, hangMs: HANG_MS } })
  return new Promise((resolve, reject) => {
    const hang = setTimeout(() => {
      void worker.terminate()
      reject(new Error(`turn ${index} never ended`))
    }, PER_TURN * HANG_MS)
    worker.once('message', (report: MutationReport) => {
      clearTimeout(hang)
      resolve(report)
    })
    worker.once('error', reject)
  })
}

const total: MutationReport = { files: 0, read: 0, refused: 0, faults: [], slowestMs: 0 }
try {
  for (let index = 0; total.files < files; index++) {
    const report = await turn(index)
    total.files += report.files
    total.read += report.read
    total.refused += report.refused
    total.faults.push(...report.faults)
    total.slowestMs = Math.round(Math.max(total.slowestMs, report.slowestMs))
  }
} finally {
  folder.remove()
}
process.stdout.write(`${JSON.stringify({ check: 'random byte mutations', ...total })}\n`)
if (total.faults.length > 0) process.exitCode = 1
