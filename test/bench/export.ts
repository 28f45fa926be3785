/** Saving all sales and the ranking of generated order lines. Argument: number of lines (default 500000). One JSON line per figure. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEngine, temporaryFolder } from '../engine/start-engine.ts'
import { median, printFigure } from './figures.ts'
import { salesFile } from './generate-sales.ts'

const REPEATS = 3
type Once = { milliseconds: number; rows: number; bytes: number; longestAnswerMs: number; longestStallMs: number; addedMb: number }

const lines = Number(process.argv[2] ?? 500_000)
const folder = temporaryFolder()
const workspaceFile = join(folder.path, 'shop.db')
const engine = startEngine(folder.path, workspaceFile)
await engine.ask('data:import-file', { file: engine.grant(salesFile(lines)) })
await engine.stop()

for (const [kind, layout] of [['sales', 'csv-semicolon'], ['sales', 'xlsx'], ['ranking', 'csv-semicolon'], ['ranking', 'xlsx']] as const) {
  const runs = Array.from({ length: REPEATS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL('save-once.ts', import.meta.url)), workspaceFile, JSON.stringify({ kind }), layout], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Once
  })
  const of = (name: keyof Once) => Math.round(median(runs.map((run) => run[name])))
  const what = `${of('rows')} rows (${kind}, ${layout})`
  printFigure({ bench: 'export', figure: what, value: of('milliseconds'), unit: 'ms' })
  printFigure({ bench: 'export', figure: `${what}, memory over the idle engine`, value: of('addedMb'), unit: 'MB' })
  printFigure({ bench: 'export', figure: `${what}, longest answer to another call meanwhile`, value: of('longestAnswerMs'), unit: 'ms' })
  printFigure({ bench: 'export', figure: `${what}, longest stall of the engine's own thread`, value: of('longestStallMs'), unit: 'ms' })
}
folder.remove()
