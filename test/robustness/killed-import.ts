import { spawn } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkspaceFile } from '../../electron/engine/files/workspace-file.ts'
import { seededRandom } from '../../shared/random.ts'
import { salesLines } from '../bench/generate-sales.ts'

const headless = join(import.meta.dirname, '../../electron/headless.ts')

export type Totals = { batches: number; orders: number; lines: number; customers: number; products: number; cents: number | null }

/** Milliseconds an import ran before it ended or was killed, and whether it had answered. */
export async function importInto(workspace: string, file: string, killAfterMs = Infinity): Promise<{ milliseconds: number; answered: boolean }> {
  const started = performance.now()
  const child = spawn(process.execPath, [headless, workspace, 'data:import-file', JSON.stringify({ file: `@${file}` })], { stdio: ['ignore', 'pipe', 'ignore'] })
  let answered = false
  child.stdout.on('data', () => { answered = true })
  const kill = Number.isFinite(killAfterMs) ? setTimeout(() => { child.kill('SIGKILL') }, killAfterMs) : undefined
  await new Promise((resolve) => { child.once('close', resolve) })
  clearTimeout(kill)
  return { milliseconds: performance.now() - started, answered }
}

/** Opens the file the way the app does, has SQLite look at every page and every reference, and counts. */
export async function totalsOf(workspace: string): Promise<Totals & { readonly faults: readonly unknown[] }> {
  const connection = await openWorkspaceFile(workspace)
  try {
    const integrity = await connection.all<{ integrity_check: string }>('PRAGMA integrity_check')
    const references = await connection.all('PRAGMA foreign_key_check')
    const counted = await connection.get<Totals>(`SELECT (SELECT count(*) FROM batch) AS batches, (SELECT count(*) FROM sales_order) AS orders,
      (SELECT count(*) FROM order_line) AS lines, (SELECT count(*) FROM customer) AS customers, (SELECT count(*) FROM product) AS products,
      (SELECT sum(amount_cents) FROM order_line) AS cents`)
    if (!counted) throw new Error('a query of counts gave no row')
    return { ...counted, faults: [...integrity.filter((row) => row.integrity_check !== 'ok'), ...references] }
  } finally {
    await connection.close()
  }
}

export type KillReport = { kills: number; answered: number; whole: number; nothing: number; partial: number; corrupt: number; lost: number }

export type Killing = {
  /** A workspace in which an import was acknowledged, and what it holds: this must never change. */
  readonly before: Totals
  /** What it holds when the file has come in too. */
  readonly after: Totals
  readonly milliseconds: number
  readonly file: string
  /** A fresh copy of the workspace for each kill. */
  readonly copy: () => string
}

/**
 * Makes a workspace in which one import was acknowledged, and a second file of `lines` order lines with orders of its own, which is
 * imported once without being disturbed: so is known what must be there before and after, and how long it takes.
 */
export async function prepareKilling(folder: string, lines: number): Promise<Killing> {
  const sales = (name: string, count: number, seed: number) => {
    const path = join(folder, name)
    writeFileSync(path, [...salesLines(count, 500, seed)].map((line) => line.replace(/^A/u, `${name}-`)).join('\n'))
    return path
  }
  const intact = async (workspace: string): Promise<Totals> => {
    const { faults, ...totals } = await totalsOf(workspace)
    if (faults.length > 0) throw new Error(`an import that nobody disturbed left faults: ${JSON.stringify(faults)}`)
    return totals
  }
  const [original, copied] = [join(folder, 'original'), join(folder, 'copied')]
  const copy = () => {
    rmSync(copied, { recursive: true, force: true })
    cpSync(original, copied, { recursive: true })
    return join(copied, 'shop.db')
  }
  await importInto(join(original, 'shop.db'), sales('first', 2000, 1))
  const before = await intact(join(original, 'shop.db'))
  const file = sales('second', lines, 2)
  const whole = copy()
  const { milliseconds } = await importInto(whole, file)
  return { before, after: await intact(whole), milliseconds, file, copy }
}

/** Kills the process of an import at random moments, and looks each time at what is in the file. */
export async function killImports({ before, after, milliseconds, file, copy }: Killing, kills: number, seed: number): Promise<KillReport> {
  const random = seededRandom(seed)
  const report: KillReport = { kills, answered: 0, whole: 0, nothing: 0, partial: 0, corrupt: 0, lost: 0 }
  for (let kill = 0; kill < kills; kill++) {
    const workspace = copy()
    const { answered } = await importInto(workspace, file, milliseconds * random.uniform())
    const { faults, ...found } = await totalsOf(workspace)
    const is = (totals: Totals) => JSON.stringify(found) === JSON.stringify(totals)
    if (answered) report.answered++
    if (faults.length > 0) report.corrupt++
    if (is(after)) report.whole++
    else if (!is(before)) report.partial++
    else if (answered) report.lost++
    else report.nothing++
  }
  return report
}
