/**
 * Import of a file whose lines are all known already, each time by an engine that has just been started, against the first import of the same file. Argument: number of
 * lines (default 100000). One JSON line per figure.
 */
import { median, printFigure } from './figures.ts'
import { salesFile } from './generate-sales.ts'
import { builtWorker, startEngine, temporaryFolder } from '../engine/start-engine.ts'

const REPEATS = 5
const lines = Number(process.argv[2] ?? 100_000)
const path = salesFile(lines)
const first: number[] = []
const again: number[] = []

async function timed(folder: string, newOrders: 'some' | 'none'): Promise<number> {
  const engine = startEngine(folder, undefined, builtWorker)
  const started = performance.now()
  const summary = await engine.ask('data:import-file', { file: engine.grant(path) })
  const milliseconds = performance.now() - started
  await engine.stop()
  if ((summary.newOrders > 0) !== (newOrders === 'some') || summary.rowsAccepted !== lines) throw new Error(`${summary.newOrders} new orders of ${summary.rowsAccepted} rows`)
  return milliseconds
}

for (let i = 0; i < REPEATS; i++) {
  const folder = temporaryFolder()
  first.push(await timed(folder.path, 'some'))
  again.push(await timed(folder.path, 'none'))
  folder.remove()
}
const baseline = Math.round(median(first))
const value = Math.round(median(again))
printFigure({ bench: 'reimport', figure: `${lines} known order lines imported again, against the first time`, value, unit: 'ms', baseline, ratio: Number((value / baseline).toFixed(2)) })
