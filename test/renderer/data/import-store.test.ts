import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bridge, createImportStore } from '../../../renderer/data/import-store.ts'
import { zipOf } from '../../engine/files/zip-writer.ts'
import { openEngine } from './engine-bridge.ts'

let engine: ReturnType<typeof openEngine>
beforeEach(() => { engine = openEngine() })
afterEach(() => engine.close())

function fileOf(name: string, text: string) {
  const path = join(engine.folder, name)
  writeFileSync(path, text)
  return engine.grant(path)
}
const plain = 'order,date,customer,amount\n1,2026-01-20,Anna,100.00\n2,2026-02-21,Bert,200.00\n'
const twoWays = 'order,date,customer,amount\n1,03-04-2026,Anna,10.50\n2,05-06-2026,Bert,20.25\n'

test('a file goes from the drop to its total', async () => {
  const store = createImportStore(engine.bridge)
  await store.getState().offer([fileOf('sales.csv', plain)])
  expect(store.getState().flow).toMatchObject({ status: 'ready', isChecking: false, preview: { fileName: 'sales.csv', hasCustomer: true } })
  await store.getState().start()
  expect(store.getState().flow).toMatchObject({ status: 'done', batch: { newOrders: 2, controlTotalCents: 30_000 } })
  expect(engine.listeners('job:progress')).toBe(0)
  await store.getState().close()
  expect(store.getState().flow).toEqual({ status: 'idle' })
})

test('an open question holds the import back; its answer stays and can be changed', async () => {
  const store = createImportStore(engine.bridge)
  await store.getState().offer([fileOf('sales.csv', twoWays)])
  await store.getState().start()
  expect(store.getState().flow).toMatchObject({ status: 'ready', questions: [{ kind: 'date-order' }] })
  await store.getState().choose({ dateOrder: 'mdy' })
  await store.getState().choose({ dateOrder: 'dmy' })
  expect(store.getState().flow).toMatchObject({ status: 'ready', questions: [{ kind: 'date-order' }], preview: { questions: [] } })
  await store.getState().start()
  expect(store.getState().flow).toMatchObject({ status: 'done', batch: { firstOrderOn: '2026-04-03' } })
})

test('a corrected column is read anew', async () => {
  const store = createImportStore(engine.bridge)
  await store.getState().offer([fileOf('sales.csv', plain)])
  await store.getState().setField(2, null)
  expect(store.getState().flow).toMatchObject({ preview: { hasCustomer: false } })
  await store.getState().setField(2, 'customerName')
  expect(store.getState().flow).toMatchObject({ preview: { hasCustomer: true, columns: [{}, {}, { field: 'customerName', evidence: 'chosen' }, {}] } })
})

test('what cannot be read says why, and what can be read later is not lost', async () => {
  const store = createImportStore(engine.bridge)
  await store.getState().offer([fileOf('empty.csv', ''), fileOf('sales.csv', plain)])
  expect(store.getState().flow).toMatchObject({ status: 'failed', error: { code: 'file-empty' } })
  await store.getState().close()
  expect(store.getState()).toMatchObject({ waiting: [], flow: { status: 'ready', picked: { fileName: 'sales.csv' } } })
})

test('a stopped import goes back to the preview and says that nothing changed', async () => {
  const lines = Array.from({ length: 200_000 }, (_, order) => `${order},2026-01-20,C${order % 50},1.00`)
  const store = createImportStore(engine.bridge)
  await store.getState().offer([fileOf('many.csv', `order,date,customer,amount\n${lines.join('\n')}\n`)])
  const underWay = new Promise<void>((done) => {
    store.subscribe(({ flow }) => { if (flow.status === 'importing' && flow.progress) done() })
  })
  const importing = store.getState().start()
  await underWay
  await store.getState().cancel()
  await importing
  expect(store.getState().flow).toMatchObject({ status: 'ready', problem: { code: 'cancelled' } })
  expect(await engine.bridge.call('data:batches', {})).toEqual({ ok: true, value: [] })
})

test('an import that cannot be stopped any more does not pretend to be stopping', async () => {
  const store = createImportStore({
    on: engine.bridge.on,
    call: (channel, request) => channel === 'jobs:cancel' ? engine.bridge.call('jobs:cancel', { jobId: 'ended' }) as never : engine.bridge.call(channel, request),
  })
  await store.getState().offer([fileOf('sales.csv', plain)])
  const importing = store.getState().start()
  await store.getState().cancel()
  expect(store.getState().flow).toMatchObject({ status: 'importing', isCancelling: false })
  await importing
  expect(store.getState().flow.status).toBe('done')
})

test('a file that comes during an import waits for it', async () => {
  const store = createImportStore(engine.bridge)
  await store.getState().offer([fileOf('first.csv', plain)])
  const importing = store.getState().start()
  await store.getState().offer([fileOf('second.csv', plain)])
  expect(store.getState().flow.status).toBe('importing')
  await importing
  expect(store.getState()).toMatchObject({ flow: { status: 'done' }, waiting: [{ fileName: 'second.csv' }] })
})

test('an import begun in the sample shop goes into the own shop', async () => {
  const store = createImportStore(engine.bridge)
  await engine.bridge.call('workspace:open-sample', {})
  await store.getState().offer([fileOf('sales.csv', plain)])
  await store.getState().start()
  expect(store.getState()).toMatchObject({ flow: { status: 'done' } })
  expect(await engine.bridge.call('workspace:info', {})).toMatchObject({ value: { kind: 'own', orders: 2 } })
})

test('a file that is read while the sample shop is being opened goes into the own shop', async () => {
  const store = createImportStore(engine.bridge)
  const opened = engine.bridge.call('workspace:open-sample', {})
  await store.getState().offer([fileOf('sales.csv', plain)])
  await opened
  await store.getState().start()
  expect(store.getState().flow).toMatchObject({ status: 'done' })
  expect(await engine.bridge.call('workspace:info', {})).toMatchObject({ value: { kind: 'own', orders: 2 } })
})

const notFound = { ok: false, error: { code: 'file-not-found' } } as const

/** The engine, whose answers about a file are held back from `hold` on until `release`; `refuse` makes them failures. */
function holding() {
  let release = (): void => {}
  let held = Promise.resolve()
  let isRefused = false
  const bridge: Bridge = {
    on: engine.bridge.on,
    async call(channel, request) {
      const until = held
      const answer = await engine.bridge.call(channel, request)
      if (channel !== 'data:preview-file') return answer
      await until
      return isRefused ? notFound : answer
    },
  }
  return {
    bridge,
    hold: () => { held = new Promise<void>((done) => { release = done }) },
    release: () => release(),
    letGo: () => { held = Promise.resolve() },
    refuse: () => { isRefused = true },
  }
}

test('of two answers that overtake each other only the newest is shown', async () => {
  const slowFirst = holding()
  const store = createImportStore(slowFirst.bridge)
  await store.getState().offer([fileOf('sales.csv', twoWays)])
  slowFirst.hold()
  const first = store.getState().choose({ dateOrder: 'mdy' })
  slowFirst.letGo()
  await store.getState().choose({ dateOrder: 'dmy' })
  slowFirst.release()
  await first
  expect(store.getState().flow).toMatchObject({ status: 'ready', choices: { dateOrder: 'dmy' }, preview: { dateOrder: 'dmy' }, isChecking: false })
})

test('a choice is seen before the engine has read the file by it, and the next one builds on it', async () => {
  const slow = holding()
  const store = createImportStore(slow.bridge)
  await store.getState().offer([fileOf('sales.csv', plain)])
  slow.hold()
  const choices = [store.getState().setField(2, null), store.getState().setField(3, 'refundedAmount')]
  expect(store.getState().flow).toMatchObject({ isChecking: true, preview: { columns: [{}, { field: 'date' }, { field: null }, { field: 'refundedAmount' }] } })
  choices.push(store.getState().setField(3, 'amount'))
  slow.release()
  await Promise.all(choices)
  expect(store.getState().flow).toMatchObject({ isChecking: false, preview: { hasCustomer: false, columns: [{}, { field: 'date' }, { field: null }, { field: 'amount' }] } })
})

test('a choice of column is not made of columns that are about to be others', async () => {
  const slow = holding()
  const store = createImportStore(slow.bridge)
  await store.getState().offer([fileOf('sales.csv', plain)])
  slow.hold()
  const other = store.getState().choose({ delimiter: ';' })
  await store.getState().setField(0, 'amount')
  slow.release()
  await other
  expect(store.getState().flow).toMatchObject({ isChecking: false, choices: { delimiter: ';' }, preview: { columns: [{ name: 'order,date,customer,amount' }] } })
  expect(store.getState().flow).not.toHaveProperty('choices.columns')
})

test('when a file cannot be said anew, its questions stay to be answered', async () => {
  const slow = holding()
  const store = createImportStore(slow.bridge)
  await store.getState().offer([fileOf('sales.csv', twoWays)])
  slow.refuse()
  await store.getState().startAnew()
  expect(store.getState().flow).toMatchObject({ isChecking: false, problem: { code: 'file-not-found' }, questions: [{ kind: 'date-order' }] })
})

test('when a choice cannot be followed, what the engine read last stands', async () => {
  const slow = holding()
  const store = createImportStore(slow.bridge)
  await store.getState().offer([fileOf('sales.csv', plain)])
  await store.getState().setField(2, 'customerName')
  slow.hold()
  const choices = [store.getState().setField(2, null), store.getState().setField(1, null)]
  slow.refuse()
  slow.release()
  await Promise.all(choices)
  expect(store.getState().flow).toMatchObject({
    isChecking: false, problem: { code: 'file-not-found' }, preview: { columns: [{}, { field: 'date' }, { field: 'customerName' }, {}] },
    choices: { columns: expect.arrayContaining([{ index: 2, field: 'customerName' }]) as unknown },
  })
})

test('what was said of one file is taken over for the next of its source, and can be said anew', async () => {
  const store = createImportStore(engine.bridge)
  await store.getState().offer([fileOf('one.csv', twoWays)])
  await store.getState().choose({ dateOrder: 'mdy' })
  await store.getState().start()
  await store.getState().offer([fileOf('two.csv', twoWays)])
  expect(store.getState().flow).toMatchObject({ status: 'ready', questions: [], preview: { remembered: ['dateOrder'], dateOrder: 'mdy' } })
  await store.getState().startAnew()
  expect(store.getState().flow).toMatchObject({ status: 'ready', questions: [{ kind: 'date-order' }], preview: { remembered: [] }, choices: { afresh: true } })
  await store.getState().choose({ dateOrder: 'dmy' })
  await store.getState().start()
  expect(store.getState().flow).toMatchObject({ status: 'done', batch: { firstOrderOn: '2026-04-03' } })
})

test('a zip file is its sales files one after the other; what is none is told, and a folder without any says so', async () => {
  const store = createImportStore(engine.bridge)
  const zip = join(engine.folder, 'orders.zip')
  writeFileSync(zip, zipOf([{ name: 'b.csv', content: plain }, { name: 'a.csv', content: plain }, { name: 'photo.jpg', content: 'x' }]))
  mkdirSync(join(engine.folder, 'empty'))
  await store.getState().offer([engine.grant(zip), engine.grant(join(engine.folder, 'empty'))])
  expect(store.getState()).toMatchObject({ skipped: ['photo.jpg'], flow: { status: 'ready', picked: { fileName: 'orders.zip › a.csv' } }, waiting: [{ fileName: 'orders.zip › b.csv' }, { fileName: 'empty' }] })
  await store.getState().close()
  expect(store.getState().flow).toMatchObject({ status: 'ready', picked: { fileName: 'orders.zip › b.csv' } })
  await store.getState().close()
  expect(store.getState().flow).toMatchObject({ status: 'failed', error: { code: 'no-sales-files-inside', params: { name: 'empty' } } })
  await store.getState().close()
  expect(store.getState()).toMatchObject({ flow: { status: 'idle' }, skipped: [] })
})

test('all waiting files come in one after the other, up to the first that has to be looked at', async () => {
  const store = createImportStore(engine.bridge)
  const other = 'bon;dag;klant;bedrag\n7;2026-03-01;Cor;5,00\n'
  await store.getState().offer([
    fileOf('one.csv', plain), fileOf('two.csv', plain.replaceAll('1,2026', '3,2026').replaceAll('2,2026', '4,2026')), fileOf('other.csv', other), fileOf('last.csv', other.replace('7;', '8;')),
  ])
  await store.getState().startAll()
  // Other columns than the file before: the owner sees them first.
  expect(store.getState()).toMatchObject({ isAll: false, flow: { status: 'ready', picked: { fileName: 'other.csv' } }, waiting: [{ fileName: 'last.csv' }], together: [{ fileName: 'one.csv' }, { fileName: 'two.csv' }] })
  await store.getState().startAll()
  expect(store.getState()).toMatchObject({ isAll: false, flow: { status: 'done', batch: { fileName: 'last.csv' } }, waiting: [], together: [{ fileName: 'other.csv' }, { fileName: 'last.csv' }] })
  await store.getState().offer([fileOf('single.csv', plain)])
  await store.getState().start()
  expect(store.getState()).toMatchObject({ flow: { status: 'done' }, together: [] })
})

test('a currency found only far into the file becomes a question', async () => {
  const store = createImportStore(engine.bridge)
  const euros = Array.from({ length: 60_000 }, (_, order) => `${order},2026-01-20,Anna,1.00,EUR`)
  await store.getState().offer([fileOf('sales.csv', `order,date,customer,amount,currency\n${euros.join('\n')}\nX,2026-01-20,Anna,1.00,USD\n`)])
  expect(store.getState().flow).toMatchObject({ status: 'ready', questions: [] })
  await store.getState().start()
  expect(store.getState().flow).toMatchObject({ status: 'ready', questions: [{ kind: 'currency', currencies: ['EUR', 'USD'] }], problem: { code: 'import-mixed-currencies' } })
  await store.getState().choose({ currency: 'EUR' })
  expect(store.getState().flow).toMatchObject({ questions: [{ kind: 'currency' }], preview: { questions: [] }, problem: null })
  await store.getState().start()
  expect(store.getState().flow).toMatchObject({ status: 'done', batch: { newOrders: 60_000, rowsRejected: 1 } })
})
