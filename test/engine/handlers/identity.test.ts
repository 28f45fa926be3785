import { expect, test } from 'vitest'
import { engineForEachTest, type TestEngine } from '../engine-for-each-test.ts'

const HEADER = 'Order number,Date,Customer number,First name,Last name,E-mail,Phone,Postcode,Total'
const account = [
  'A1,2024-01-31,7,Anna,de Vries,anna@voorbeeld.nl,06-12345678,1234 AB,25.00',
  'A2,2024-03-31,7,Anna,de Vries,anna@voorbeeld.nl,06-12345678,1234 AB,35.00',
]
const guest = 'A3,2024-02-28,,A.,de Vries,ANNA@voorbeeld.nl,,,40.00'
const other = 'A4,2024-02-01,8,Bob,Bakker,bob@voorbeeld.nl,06-12345678,9999 ZZ,10.00'

let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

const ranked = async (search = '') => (await engine.ask('customers:rank', { search })).rows.map(({ name, purchaseCount, realizedValueCents }) => [name, purchaseCount, realizedValueCents])
const listed = async (state: 'suggested' | 'merged' | 'separate') =>
  (await engine.ask('identity:list', { state })).groups.map(({ isDecided, evidence, parts }) => [isDecided, evidence.map(({ kind }) => kind), parts.map(({ customerKey, revenueCents }) => [customerKey, revenueCents])])
const detailOf = async (name: string) => {
  const row = (await engine.ask('customers:rank', { search: name })).rows[0]
  return engine.ask('customers:detail', { customerId: row?.customerId ?? 0 })
}

test('a guest with the e-mail of an account counts as that account, everywhere', async () => {
  await engine.import([HEADER, guest, ...account, other])
  expect(await ranked()).toEqual([['Anna de Vries', 3, 10000], ['Bob Bakker', 1, 1000]])
  expect(await engine.ask('workspace:info', {})).toMatchObject({ customers: 2, orders: 4 })
  expect(await listed('merged')).toEqual([[false, ['email'], [['7', 6000], ['anna@voorbeeld.nl', 4000]]]])
  expect(await listed('suggested')).toEqual([[false, ['phone'], [['7', 10000], ['8', 1000]]]])
  const detail = await detailOf('Anna')
  expect(detail.orders.map(({ orderId }) => orderId)).toEqual(['A2', 'A3', 'A1'])
  expect(detail.keys.map(({ kind, customerKey, name, phone, postcode }) => [kind, customerKey, name, phone, postcode])).toEqual([
    ['id', '7', 'Anna de Vries', '+31612345678', '1234AB'], ['email', 'anna@voorbeeld.nl', 'A. de Vries', null, null],
  ])
})

test('a merged customer is found by any of their names, numbers and addresses', async () => {
  await engine.import([HEADER, guest, ...account, other])
  for (const search of ['Anna de Vries', 'A. de Vries', 'anna@voorbeeld.nl', '31612345678']) expect((await ranked(search))[0]).toEqual(['Anna de Vries', 3, 10000])
  // Whoever still knows the guest's own number comes out at the person.
  const guestPart = (await engine.ask('identity:list', { state: 'merged' })).groups[0]?.parts.find(({ kind }) => kind === 'email')
  expect(await engine.ask('customers:detail', { customerId: guestPart?.customerId ?? 0 })).toMatchObject({ customerKey: '7', orderTotal: 3 })
})

test('the owner separates, merges and takes it back; everything counts anew at once', async () => {
  await engine.import([HEADER, guest, ...account, other])
  const evidenceOf = async (state: 'suggested' | 'merged' | 'separate') => (await engine.ask('identity:list', { state })).groups[0]?.evidence ?? []
  const before = engine.told.length

  await engine.ask('identity:decide', { evidence: await evidenceOf('merged'), decision: 'separate' })
  expect(engine.told.slice(before).map(({ name }) => name)).toEqual(['data:changed'])
  expect(await ranked()).toEqual([['Anna de Vries', 2, 6000], ['A. de Vries', 1, 4000], ['Bob Bakker', 1, 1000]])
  expect(await listed('separate')).toEqual([[true, ['email'], [['7', 6000], ['anna@voorbeeld.nl', 4000]]]])
  expect(await listed('merged')).toEqual([])

  await engine.ask('identity:decide', { evidence: await evidenceOf('separate'), decision: 'automatic' })
  expect(await ranked()).toEqual([['Anna de Vries', 3, 10000], ['Bob Bakker', 1, 1000]])

  await engine.ask('identity:decide', { evidence: await evidenceOf('suggested'), decision: 'merge' })
  expect(await ranked()).toEqual([['Anna de Vries', 4, 11000]])
  expect(await listed('merged')).toEqual([[true, ['email', 'phone'], [['7', 6000], ['anna@voorbeeld.nl', 4000], ['8', 1000]]]])
})

test('what a guest brings back is taken off what their account bought', async () => {
  await engine.import([HEADER, ...account, 'R1,2024-04-02,,A.,de Vries,anna@voorbeeld.nl,,,-35.00'])
  const detail = await detailOf('Anna')
  expect(detail.orders.map(({ orderId, kind, netCents }) => [orderId, kind, netCents])).toEqual([['R1', 'refund', 0], ['A2', 'refunded', 0], ['A1', 'first', 2500]])
})

test('undo takes a merge back with its customers; importing again brings it again', async () => {
  await engine.import([HEADER, ...account])
  const second = await engine.import([HEADER, guest], 'guests.csv')
  expect(await ranked()).toEqual([['Anna de Vries', 3, 10000]])
  await engine.ask('data:undo-batch', { batchId: second.batchId })
  expect(await ranked()).toEqual([['Anna de Vries', 2, 6000]])
  expect(await listed('merged')).toEqual([])
  await engine.import([HEADER, guest], 'guests.csv')
  expect(await ranked()).toEqual([['Anna de Vries', 3, 10000]])
})

test('the owner’s word stays while a customer has what it is about, through undo and new imports, and then is forgotten', async () => {
  await engine.import([HEADER, ...account])
  const second = await engine.import([HEADER, guest], 'guests.csv')
  const evidence = [{ kind: 'email', value: 'anna@voorbeeld.nl' }] as const
  await engine.ask('identity:decide', { evidence: [...evidence], decision: 'separate' })
  await engine.ask('data:undo-batch', { batchId: second.batchId })
  await engine.import([HEADER, guest], 'guests.csv')
  expect(await listed('separate')).toEqual([[true, ['email'], [['7', 6000], ['anna@voorbeeld.nl', 4000]]]])

  for (const { batchId, undoneAt } of await engine.ask('data:batches', {})) if (undoneAt === null) await engine.ask('data:undo-batch', { batchId })
  const connection = await engine.context.workspace.connection()
  expect(await connection.all('SELECT * FROM identity_link')).toEqual([])
  expect(await connection.all('SELECT * FROM merged_customer')).toEqual([])
})

test('pages of groups, most revenue first', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => [`B${i},2024-01-31,${i + 1},N${i},,k${i}@x.nl,,,${10 + i}.00`, `C${i},2024-02-28,,N${i},,k${i}@x.nl,,,5.00`]).flat()
  await engine.import([HEADER, ...rows])
  const first = await engine.ask('identity:list', { state: 'merged', limit: 2 })
  expect(first.totals).toEqual({ suggested: 0, merged: 30, separate: 0 })
  expect(first.groups.map(({ revenueCents }) => revenueCents)).toEqual([4400, 4300])
  expect((await engine.ask('identity:list', { state: 'merged', offset: 28 })).groups.map(({ revenueCents }) => revenueCents)).toEqual([1600, 1500])
})

test('the share of revenue with a known customer stands with the ranking', async () => {
  await engine.import([HEADER, ...account, 'K1,2024-03-01,,,,,,,40.00', 'K2,2024-03-02,0,Guest,,,,,20.00'])
  expect((await engine.ask('customers:rank', {})).identifiedRevenueShare).toBe(0.5)
})

test('revenue is without the VAT that is known to be in it, with a customer and without', async () => {
  const { batchId } = await engine.import([HEADER, guest, ...account])
  await engine.import([HEADER, 'K1,2024-03-01,,,,,,,25.00'], 'till.csv')
  expect((await engine.ask('customers:rank', {})).identifiedRevenueShare).toBe(0.8)
  await engine.ask('data:set-batch-vat', { batchId, vat: { included: true, rate: 0.25 } })
  expect(await listed('merged')).toEqual([[false, ['email'], [['7', 4800], ['anna@voorbeeld.nl', 3200]]]])
  expect((await engine.ask('customers:rank', {})).identifiedRevenueShare).toBeCloseTo(8000 / 10500, 10)
})
