import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readLedger } from '../../../../electron/engine/database/ledger-store.ts'
import { startEngine, temporaryFolder } from '../../start-engine.ts'

const source = join(import.meta.dirname, '../../../../../shared/data/online_retail.csv.gz')
const isThere = existsSync(source)

test.skipIf(!isThere)(`C10: the real online retail file has plausible findings${isThere ? '' : ' (skipped: ../shared/data/online_retail.csv.gz is not here)'}`, async () => {
  const folder = temporaryFolder()
  const engine = startEngine(folder.path)
  try {
    const file = join(folder.path, 'online_retail.csv')
    writeFileSync(file, gunzipSync(readFileSync(source)))
    await engine.ask('data:import-file', { file: engine.grant(file) })
    const connection = await engine.context.workspace.connection()
    const ledger = () => connection.snapshot(readLedger)
    const before = await ledger()

    const { score, parts } = await engine.ask('quality:report', {})
    expect(score).toBe(78)
    expect(parts.map(({ part, score: points, findings }) => [part, points, findings])).toEqual([
      // One sale in six of the revenue names nobody.
      ['identity', 84, [{ kind: 'no-customer', orders: 1425, amountCents: 173_045_349 }]],
      ['dates', 100, []],
      // The file begins in December 2010: what was given back then was sold before it.
      ['refunds', 94, [{ kind: 'unmatched-refunds', orders: 287, amountCents: 6_137_734 }]],
      // The identical lines of this file are well known: 5268 rows are the same to the letter.
      ['duplicates', 98, [{ kind: 'equal-orders', orders: 37, betweenImports: 0, amountCents: 1_545_177 }, { kind: 'identical-lines', orders: 1933, lines: 5268, amountCents: 2_740_650 }]],
      // A wholesaler's shop: of 24,000 orders 39 are far above the usual and above what their customers buy.
      ['outliers', 91, [{ kind: 'outlier-orders', orders: 39, amountCents: 46_265_722, boundCents: 629_514 }]],
      // Closed for Christmas, twice; no longer than that.
      ['gaps', 100, []],
      ['margin', 0, [{ kind: 'no-margin', amountCents: 1_064_186_139, share: 1 }]],
    ])

    const repair = await engine.ask('quality:repair', { kind: 'identical-lines' })
    expect(repair).toMatchObject({ orders: 1933, lines: 5268 })
    expect((await engine.ask('quality:report', {})).parts.find((each) => each.part === 'duplicates')).toMatchObject({ score: 99, findings: [{ kind: 'equal-orders' }] })
    expect((await ledger()).amountCents).not.toEqual(before.amountCents)
    await engine.ask('quality:undo-repair', { repairId: repair.repairId })
    expect(await ledger()).toEqual(before)
  } finally {
    await engine.stop()
    folder.remove()
  }
}, 120_000)
