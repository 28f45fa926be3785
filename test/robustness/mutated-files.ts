import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerJobs } from '../../electron/engine/jobs/worker-jobs.ts'
import type { ImportedSales } from '../../shared/import/imported-sales.ts'
import type { ImportedRecords } from '../../shared/import/records/imported-records.ts'
import { seededRandom } from '../../shared/random.ts'
import { AppError } from '../../shared/result.ts'
import { zettleReceipts } from '../engine/files/zettle-receipts.ts'

type ReadHere = ImportedSales | ImportedRecords

export const SEEDS = 20
const MOST_CHANGES = 12
const fixtures = join(import.meta.dirname, '../fixtures/import')

export type Seed = { readonly name: string; readonly bytes: Uint8Array }

/** Twenty files to begin with: a spreadsheet, and fixtures spread over all there are, so that every kind of export takes part. */
export function seedFiles(): Seed[] {
  const names = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(csv|txt|xlsx)$/u.test(name)).sort()
  const step = names.length / (SEEDS - 1)
  const spread = Array.from({ length: SEEDS - 1 }, (_, index) => names[Math.floor(index * step)] ?? '')
  return [
    { name: 'zettle.xlsx', bytes: zettleReceipts() },
    ...spread.map((name) => ({ name: name.replaceAll(/[\\/]/g, '-'), bytes: readFileSync(join(fixtures, name)) })),
  ]
}

/** Changes, takes out, repeats or puts in bytes at random places; of the bytes put in, half are such as mean something in a table. */
export function mutate(bytes: Uint8Array, random: ReturnType<typeof seededRandom>): Uint8Array {
  const upTo = (count: number) => Math.floor(count * random.uniform())
  const telling = new TextEncoder().encode('"\',;\t\r\n\0-+.=0123456789€é\uFEFF')
  let mutated = [...bytes]
  for (let change = 1 + upTo(MOST_CHANGES); change > 0; change--) {
    const at = upTo(mutated.length)
    const byte = random.uniform() < 0.5 ? upTo(256) : (telling[upTo(telling.length)] ?? 0)
    const kind = upTo(4)
    if (kind === 0) mutated[at] = byte
    else if (kind === 1) mutated.splice(at, 1 + upTo(3))
    else if (kind === 2) mutated.splice(at, 0, byte)
    else mutated = [...mutated.slice(0, at), ...mutated.slice(Math.max(0, at - upTo(200)))]
  }
  return Uint8Array.from(mutated)
}

/** What is wrong with the outcome of reading a file; null where nothing is. `read` is null where the file was refused in words. */
export function faultOf(read: ReadHere | null): string | null {
  const pollution = Object.keys(Object.prototype)
  if (pollution.length > 0) return `Object.prototype has ${pollution.join()}`
  if (read === null) return null
  const { rowsRead, rejected } = read
  const accepted = 'records' in read ? read.rowsAccepted : read.lines.orders.length - read.lines.derived.reduce((sum, one) => sum + one, 0)
  if (rowsRead !== accepted + rejected.reasons.length) return `${rowsRead} rows read, ${accepted} accepted, ${rejected.reasons.length} set aside`
  if ('lines' in read && !read.lines.amountCents.every(Number.isSafeInteger)) return 'an amount that is no whole number'
  return null
}

/** Reads a file in this process; anything but what was read or a failure in words is thrown. */
export async function readHere(path: string): Promise<ReadHere | null> {
  try {
    const read = await workerJobs['read-file']({ path }, () => undefined)
    return 'records' in read ? read.records : read.sales
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

export type MutationReport = { files: number; read: number; refused: number; faults: string[]; slowestMs: number }

/** Reads mutated files, one after the other. One that takes longer than `hangMs` is a fault; one that never ends is for the caller to stop. */
export async function readMutatedFiles(folder: string, count: number, seed: number, hangMs: number): Promise<MutationReport> {
  const random = seededRandom(seed)
  const seeds = seedFiles()
  const report: MutationReport = { files: count, read: 0, refused: 0, faults: [], slowestMs: 0 }
  for (let index = 0; index < count; index++) {
    const { name, bytes } = seeds[index % seeds.length] ?? { name: '', bytes: new Uint8Array() }
    const path = join(folder, name)
    writeFileSync(path, mutate(bytes, random))
    const started = performance.now()
    let sales: ReadHere | null = null
    try {
      sales = await readHere(path)
    } catch (error) {
      report.faults.push(`file ${index} (${name}): ${String(error)}`)
      continue
    }
    const milliseconds = performance.now() - started
    report.slowestMs = Math.max(report.slowestMs, milliseconds)
    const fault = milliseconds > hangMs ? `took ${Math.round(milliseconds)} ms` : faultOf(sales)
    if (fault !== null) report.faults.push(`file ${index} (${name}): ${fault}`)
    if (sales === null) report.refused++
    else report.read++
  }
  return report
}
