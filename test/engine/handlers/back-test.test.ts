import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEngine, temporaryFolder, type TestEngine } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
let engine: TestEngine
beforeAll(async () => {
  folder = temporaryFolder()
  engine = startEngine(folder.path)
  await engine.ask('workspace:open-sample', {})
})
afterAll(async () => {
  await engine.stop()
  folder.remove()
})

test('the way to forecast that the back-tests chose is the one the ranking is by, whatever the settings', async () => {
  const { method, levelFactor, report } = await engine.ask('models:back-test', {})
  expect(report!.chosen).toEqual(method)
  expect(report!.candidates.length).toBeGreaterThan(5)
  const ranking = await engine.ask('customers:rank', {})
  expect(ranking.forecast).toEqual({ method, levelFactor, isTested: true })
  await engine.ask('settings:set', { horizonMonths: 12 })
  expect((await engine.ask('customers:rank', {})).forecast).toEqual(ranking.forecast)
})

test('a customer\'s page says by when to expect them, and what sets them apart, to the cent', async () => {
  const { rows } = await engine.ask('customers:rank', { limit: 3 })
  for (const { customerId } of rows) {
    const { parts, nextPurchase, customer } = await engine.ask('customers:detail', { customerId })
    expect(parts!.ownCents).toBe(customer.residualClvCents)
    expect(parts!.parts.reduce((sum, { cents }) => sum + cents, parts!.usualCents)).toBe(parts!.ownCents)
    expect(nextPurchase!.halfBy <= nextPurchase!.mostBy).toBe(true)
  }
})

test('a history too thin for a back-test says so', async () => {
  await engine.ask('workspace:leave-sample', {})
  await engine.import(['Order,Date,Customer,Amount', 'A1,2024-01-31,Anna,10.00', 'A2,2024-03-01,Bert,20.00'])
  expect(await engine.ask('models:back-test', {})).toEqual({ method: { kind: 'model', transactions: 'mbg-nbd', spend: 'gamma-gamma', isSeasonal: false }, levelFactor: 1, report: null })
  expect((await engine.ask('customers:rank', {})).forecast).toBeNull()
})
