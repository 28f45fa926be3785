import { expect, test } from 'vitest'
import { createSavingStore } from '../../../renderer/settings/saving-store.ts'
import type { Settings } from '../../../shared/contract/settings.ts'

const start: Settings = {
  language: null, theme: 'system', exportLayout: null, businessName: '', currency: 'EUR',
  contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 36, hourlyRateCents: 2_500,
}

/** A keeper in memory that answers when the test says so, and may refuse. */
function keeper() {
  let kept = start
  const sent: Partial<Settings>[] = []
  let refuses = false
  const answers: (() => void)[] = []
  return {
    sent,
    kept: () => kept,
    refuse: (is = true) => { refuses = is },
    answer: () => answers.shift()?.(),
    save: (change: Partial<Settings>) => {
      sent.push(change)
      return new Promise<void>((done) => {
        answers.push(() => {
          if (!refuses) kept = { ...kept, ...change }
          done()
        })
      })
    },
  }
}

test('a change is saved by itself and then says so', async () => {
  const memory = keeper()
  const store = createSavingStore(memory)
  const saved = store.getState().change({ contributionMarginRate: 0.42 })
  expect(store.getState().status).toBe('loading')
  await Promise.resolve()
  memory.answer()
  await saved
  expect(store.getState().status).toBe('ready')
  expect(memory.kept().contributionMarginRate).toBe(0.42)
})

test('changes go out one after the other, and only the last one says that all is saved', async () => {
  const memory = keeper()
  const store = createSavingStore(memory)
  const first = store.getState().change({ theme: 'dark' })
  const second = store.getState().change({ theme: 'light' })
  await Promise.resolve()
  expect(memory.sent).toEqual([{ theme: 'dark' }])
  memory.answer()
  await first
  expect(store.getState().status).toBe('loading')
  memory.answer()
  await second
  expect(store.getState().status).toBe('ready')
  expect(memory.kept().theme).toBe('light')
})

test('what could not be kept never says that it was', async () => {
  const memory = keeper()
  memory.refuse()
  const store = createSavingStore(memory)
  const saved = store.getState().change({ businessName: 'Bakkerij' })
  await Promise.resolve()
  memory.answer()
  await saved
  expect(store.getState().status).toBe('failed')
})

test('a change that was refused is not forgotten over a later one that was kept', async () => {
  const memory = keeper()
  const store = createSavingStore(memory)
  const changes = [store.getState().change({ theme: 'dark' }), store.getState().change({ businessName: 'Bakkerij' })]
  await Promise.resolve()
  memory.refuse()
  memory.answer()
  await changes[0]
  memory.refuse(false)
  memory.answer()
  await changes[1]
  expect(store.getState().status).toBe('failed')
})

test('what is being saved is shown already, until the last of it is answered', async () => {
  const memory = keeper()
  const store = createSavingStore(memory)
  const changes = [store.getState().change({ theme: 'dark' }), store.getState().change({ theme: 'light', horizonMonths: 12 })]
  expect(store.getState().wanted).toEqual({ theme: 'light', horizonMonths: 12 })
  await Promise.resolve()
  memory.answer()
  await changes[0]
  expect(store.getState().wanted).toEqual({ theme: 'light', horizonMonths: 12 })
  memory.answer()
  await changes[1]
  expect(store.getState().wanted).toEqual({})
})

test('nothing is sent for a field that was left as it was', async () => {
  const memory = keeper()
  const store = createSavingStore(memory)
  await store.getState().change({ businessName: '' })
  expect(memory.sent).toEqual([])
  expect(store.getState().status).toBe('idle')
})
