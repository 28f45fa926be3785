/**
 * Import of generated order lines, committed and indexed, against the sqlite3 command line's own `.import` of the same file with indices
 * for the same questions, in turns. Argument: number of lines (default 1000000). One JSON line per figure.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, printFigure } from './figures.ts'
import { salesFile } from './generate-sales.ts'

const REPEATS = 3
type Once = { milliseconds: number; rows: number; longestAnswerMs: number; longestStallMs: number; peakRssMb: number }

const lines = Number(process.argv[2] ?? 1_000_000)
const path = salesFile(lines)

/** What a fresh process of this script prints. */
function fresh(script: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), path, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Milliseconds of the command line's import; `null` where there is none on this machine. */
function commandLine(): number | null {
  const database = join(tmpdir(), 'stamgast-bench', `cli-${process.pid}.db`)
  const started = performance.now()
  const { status, error } = spawnSync('sqlite3', [database], { encoding: 'utf8', input: `.mode csv
.import '${path}' sale
CREATE INDEX sale_by_order ON sale ("Order number");
CREATE INDEX sale_by_customer ON sale ("Customer number", "Date");
` })
  const milliseconds = performance.now() - started
  rmSync(database, { force: true })
  return error || status !== 0 ? null : milliseconds
}

const own: Once[] = []
const peer: number[] = []
for (let i = 0; i < REPEATS; i++) {
  own.push(JSON.parse(fresh('import-once.ts')) as Once)
  const milliseconds = commandLine()
  if (milliseconds !== null) peer.push(milliseconds)
}

const value = median(own.map((once) => once.milliseconds))
const baseline = peer.length > 0 ? median(peer) : undefined
printFigure({
  bench: 'import', figure: `${lines} order lines, committed and indexed`, value: Math.round(value), unit: 'ms',
  ...(baseline === undefined ? { note: 'no sqlite3 command line here to compare with' } : { baseline: Math.round(baseline), ratio: Number((value / baseline).toFixed(2)) }),
})
printFigure({ bench: 'import', figure: 'rows', value: Math.round(lines / (value / 1000)), unit: 'rows/s' })
printFigure({ bench: 'import', figure: 'peak memory of the process', value: Math.round(median(own.map((once) => once.peakRssMb))), unit: 'MB' })
printFigure({ bench: 'import', figure: 'longest answer to another call meanwhile', value: Math.round(median(own.map((once) => once.longestAnswerMs))), unit: 'ms' })
printFigure({ bench: 'import', figure: 'longest stall of the engine\'s own thread', value: Math.round(median(own.map((once) => once.longestStallMs))), unit: 'ms' })
for (const [phase, fraction] of [['reading', '0.1'], ['reading', '0.9'], ['saving', '0.5'], ['indexing', '0']] as const) {
  const times = Array.from({ length: REPEATS }, () => Number(fresh('cancel-once.ts', phase, fraction)))
  printFigure({ bench: 'import', figure: `cancelled while ${phase}, at ${Number(fraction) * 100}%, until all is as before`, value: Math.round(median(times)), unit: 'ms' })
}
