import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dispatch } from '../../electron/engine/dispatch.ts'
import { engineChannels } from '../../shared/contract/channel-names.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from './engine-for-each-test.ts'
import { startEngine } from './start-engine.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })
const ask = (channel: string, request: unknown) => dispatch(engine.context, channel, request)

test('unknown channels are refused, those of the shell and of Object too', async () => {
  for (const channel of ['data:everything', 'shell:about', '', 'toString', '__proto__', 'constructor']) {
    expect(await ask(channel, {})).toEqual({ ok: false, error: { code: 'unknown-channel' } })
  }
})

test('malformed requests are refused on every channel', async () => {
  for (const channel of engineChannels) {
    for (const request of [undefined, null, 7, 'text', [], { surplus: true, limit: -1, file: 7, jobId: '', batchId: 'one', customerId: -1, strategy: 'none', model: 'x' }]) {
      const result = await ask(channel, request)
      expect(result, `${channel} ${JSON.stringify(request)}`).toEqual({ ok: false, error: { code: 'bad-request' } })
    }
  }
})

test('settings and preferences are kept, each where it belongs', async () => {
  expect(await engine.ask('settings:get', {})).toEqual({
    language: null, theme: 'system', exportLayout: null, businessName: '', currency: 'EUR', contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 24, hourlyRateCents: 2500,
  })
  await engine.ask('settings:set', { language: 'nl', theme: 'dark', contributionMarginRate: 0.4 })
  await engine.ask('settings:set', { contributionMarginRate: null, horizonMonths: 36 })
  const expected = { language: 'nl', theme: 'dark', contributionMarginRate: null, horizonMonths: 36 }
  expect(await engine.ask('settings:get', {})).toMatchObject(expected)
  await engine.stop()
  engine = startEngine(folder.path)
  expect(await engine.ask('settings:get', {})).toMatchObject(expected)
  // Another business on the same computer: same person, other settings.
  const other = startEngine(folder.path, `${folder.path}/other.db`)
  expect(await other.ask('settings:get', {})).toMatchObject({ language: 'nl', theme: 'dark', horizonMonths: 24 })
  await other.stop()
})

test('settings that change at the same moment are all kept, and what is asked meanwhile is answered in the order of asking', async () => {
  const answered: unknown[] = []
  const note = (settings: { theme: string }) => answered.push(settings.theme)
  await Promise.all([
    engine.ask('settings:get', {}).then(note), engine.ask('settings:set', { theme: 'dark' }).then(note),
    engine.ask('settings:set', { language: 'nl' }).then(note), engine.ask('settings:set', { exportLayout: 'xlsx' }).then(note),
    engine.ask('settings:set', { horizonMonths: 12 }).then(note), engine.ask('settings:set', { businessName: 'Zoë' }).then(note),
  ])
  expect(answered).toEqual(['system', 'dark', 'dark', 'dark', 'dark', 'dark'])
  expect(await engine.ask('settings:get', {})).toMatchObject({ theme: 'dark', language: 'nl', exportLayout: 'xlsx', horizonMonths: 12, businessName: 'Zoë' })
})

test('where the workspace cannot be opened the window still learns its language', async () => {
  await engine.ask('settings:set', { language: 'nl' })
  await engine.stop()
  writeFileSync(`${folder.path}/stamgast.db`, 'not a workspace')
  engine = startEngine(folder.path)
  expect(await engine.ask('settings:get', {})).toMatchObject({ language: 'nl' })
  expect(await engine.call('workspace:info', {})).toEqual({ ok: false, error: { code: 'workspace-foreign' } })
})

test('scenarios are kept, changed and removed', async () => {
  const vip = { name: 'Regulars first', strategy: 'vip', audience: { kind: 'top-share', share: 0.2 }, assumptions: { purchaseLift: 0.1 } } as const
  const saved = await engine.ask('scenarios:save', vip)
  expect(saved).toMatchObject(vip)
  const other = await engine.ask('scenarios:save', { ...vip, name: 'Second', strategy: 'bundle' })
  const changed = await engine.ask('scenarios:save', { ...vip, scenarioId: saved.scenarioId, name: 'Changed' })
  expect(changed.scenarioId).toBe(saved.scenarioId)
  const listed = await engine.ask('scenarios:list', {})
  expect(listed.map(({ name }) => name).toSorted()).toEqual(['Changed', 'Second'])
  await engine.ask('scenarios:remove', { scenarioId: other.scenarioId })
  expect((await engine.ask('scenarios:list', {})).map(({ name }) => name)).toEqual(['Changed'])
})

test('without sales the models say so', async () => {
  for (const channel of ['models:fit', 'customers:rank'] as const) expect(await engine.call(channel, {})).toEqual({ ok: false, error: { code: 'no-sales-yet' } })
  expect(await engine.call('strategies:simulate', { strategy: 'vip' })).toEqual({ ok: false, error: { code: 'no-sales-yet' } })
  expect(await engine.call('customers:detail', { customerId: 1 })).toEqual({ ok: false, error: { code: 'no-sales-yet' } })
  await engine.import(['Order,Date,Amount', 'A1,2024-01-31,10.00'])
  expect(await engine.call('customers:rank', {})).toEqual({ ok: false, error: { code: 'no-customers-yet' } })
})
