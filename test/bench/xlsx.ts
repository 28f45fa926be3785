/**
 * Import of generated order lines from a spreadsheet, committed and indexed: how long, and how much memory over importing a spreadsheet of one line.
 * Argument: number of lines (default 100000). One JSON line per figure.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseIsoDay } from '../../shared/calendar.ts'
import { type Cell, xlsxOf } from '../engine/files/xlsx-writer.ts'
import { median, printFigure } from './figures.ts'
import { salesLines } from './generate-sales.ts'

const REPEATS = 5
const SERIAL_OF_1970 = 25_569
type Once = { milliseconds: number; rows: number; peakRssMb: number }

const lines = Number(process.argv[2] ?? 100_000)

/** The generated lines as people keep them in Excel: days and numbers as numbers, texts shared. */
function spreadsheet(count: number): string {
  const rows = Array.from(salesLines(count), (line, index): Cell[] => {
    const texts = Array.from(line.matchAll(/"([^"]*)"|[^",]+/gu), ([cell, quoted]) => quoted ?? cell)
    if (index === 0) return texts
    const [order = '', date = '', customer = '', name = '', email = '', sku = '', product = '', quantity, price] = texts
    return [order, { value: (parseIsoDay(date) ?? 0) + SERIAL_OF_1970, style: 1 }, customer, name, email, sku, product, Number(quantity), Number(price)]
  })
  const folder = join(tmpdir(), 'stamgast-bench')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `sales-${count}.xlsx`)
  writeFileSync(path, xlsxOf(rows))
  return path
}

function once(path: string): Once {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL('import-once.ts', import.meta.url)), path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Once
}

const one = spreadsheet(1)
const all = spreadsheet(lines)
const small: Once[] = []
const large: Once[] = []
for (let repeat = 0; repeat < REPEATS; repeat++) {
  small.push(once(one))
  large.push(once(all))
}
const milliseconds = median(large.map((run) => run.milliseconds))
const memory = median(large.map((run) => run.peakRssMb))
const baseline = median(small.map((run) => run.peakRssMb))
printFigure({ bench: 'xlsx', figure: `${lines} order lines from a spreadsheet, committed and indexed`, value: Math.round(milliseconds), unit: 'ms' })
printFigure({ bench: 'xlsx', figure: 'rows', value: Math.round((large[0]?.rows ?? 0) / (milliseconds / 1000)), unit: 'rows/s' })
printFigure({ bench: 'xlsx', figure: 'peak memory of the process over a spreadsheet of one line', value: Math.round(memory - baseline), unit: 'MB', baseline: Math.round(baseline) })
