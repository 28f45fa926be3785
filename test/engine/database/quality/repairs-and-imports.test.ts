import { expect, test } from 'vitest'
import { readLedger } from '../../../../electron/engine/database/ledger-store.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { startEngine, temporaryFolder, type TestEngine } from '../../start-engine.ts'

const HEADER = 'Order number,Date,Customer number,SKU,Quantity,Unit price'
const ordinary = Array.from({ length: 24 }, (_, i) => `N${i},2024-0${1 + i % 3}-${10 + i % 17},${1 + i % 6},S1,1,10.00`)
/** Overlapping files: the same orders, one of them changed, doubled lines, a sale under two numbers, one far too large, refunds. */
const files = [
  [HEADER, ...ordinary, 'L1,2024-01-11,5,S1,1,25.00', 'L1,2024-01-11,5,S1,1,25.00', 'B1,2024-03-03,2,S1,1,9000.00'],
  [HEADER, ...ordinary.slice(0, 6), 'P0,2024-01-10,1,S9,1,10.00', 'L1,2024-01-11,5,S1,2,25.00', 'B1,2024-03-03,2,S1,1,9000.00'],
  [HEADER, 'B1,2024-03-03,2,S1,1,90.00', 'L1,2024-01-11,5,S1,1,25.00', 'L1,2024-01-11,5,S1,1,25.00', 'R1,2024-03-20,5,S1,-1,25.00'],
]

async function counting(engine: TestEngine) {
  const connection = await engine.context.workspace.connection()
  const ledger = await connection.snapshot(readLedger)
  const keys = new Map((await connection.all<{ id: number; key: string }>('SELECT order_id AS id, order_key AS key FROM sales_order')).map(({ id, key }) => [id, key]))
  const { kind: _kind, batches: _batches, ...info } = await engine.ask('workspace:info', {})
  return { info, lines: Array.from(ledger.lines.amountCents), orders: Array.from(ledger.orderIds, (id, i) => `${keys.get(id)} ${ledger.days[i]} ${ledger.amountCents[i]}`) }
}

async function repairSomething(engine: TestEngine, pick: number): Promise<void> {
  const kind = (['identical-lines', 'equal-orders', 'outlier-orders'] as const)[pick % 3] ?? 'identical-lines'
  if (kind !== 'outlier-orders') {
    await engine.call('quality:repair', { kind })
    return
  }
  const { examples } = await engine.ask('quality:examples', { of: { finding: kind } })
  const orderIds = examples.flatMap((example) => (example.kind === 'order' ? [example.orderId] : []))
  if (orderIds.length > 0) await engine.ask('quality:repair', { kind, orderIds })
}

test.each([1, 2, 3])('C10: imports, their undoing and repairs in any order: once every repair is undone, everything is as without them (seed %i)', async (seed) => {
  const random = seededRandom(seed)
  const pick = (below: number) => Math.floor(random.uniform() * below)
  const [folder, plainFolder] = [temporaryFolder(), temporaryFolder()]
  const [engine, plain] = [startEngine(folder.path), startEngine(plainFolder.path)]
  try {
    for (let step = 0; step < 10; step++) {
      const action = step === 0 ? 0 : pick(5)
      if (action <= 1) {
        const file = files[step === 0 ? 0 : pick(files.length)] ?? []
        for (const each of [engine, plain]) await each.import(file, `step-${step}.csv`)
      } else if (action === 2) {
        const batches = (await plain.ask('data:batches', {})).filter((batch) => batch.undoneAt === null)
        const batchId = batches[pick(batches.length)]?.batchId
        if (batchId !== undefined) for (const each of [engine, plain]) await each.ask('data:undo-batch', { batchId })
      } else {
        await repairSomething(engine, pick(3))
      }
    }
    const { repairs } = await engine.ask('quality:report', {})
    for (const { repairId } of repairs) await engine.ask('quality:undo-repair', { repairId })
    expect(repairs.length).toBeGreaterThan(0)
    expect(await counting(engine)).toEqual(await counting(plain))
  } finally {
    await Promise.all([engine.stop(), plain.stop()])
    folder.remove()
    plainFolder.remove()
  }
}, 120_000)
