import { expect, test } from 'vitest'
import { customerStages, stageOf } from '../../../shared/customers/customer-stage.ts'

const CUSTOMER = { purchaseCount: 5, daysSinceLastPurchase: 20, paceDays: 30, probabilityAlive: 0.9 }

test('the rules, one by one', () => {
  expect(stageOf(CUSTOMER)).toBe('regular')
  expect(stageOf({ ...CUSTOMER, daysSinceLastPurchase: 70, probabilityAlive: 0.8 })).toBe('slipping')
  expect(stageOf({ ...CUSTOMER, probabilityAlive: 0.4 })).toBe('slipping')
  expect(stageOf({ ...CUSTOMER, probabilityAlive: 0.1 })).toBe('lapsed')
  expect(stageOf({ ...CUSTOMER, purchaseCount: 1 })).toBe('new')
  expect(stageOf({ ...CUSTOMER, purchaseCount: 1, daysSinceLastPurchase: 31 })).toBe('one-time')
  expect(stageOf({ ...CUSTOMER, purchaseCount: 1, daysSinceLastPurchase: 181, paceDays: 900 })).toBe('one-time')
  expect(stageOf({ ...CUSTOMER, purchaseCount: 1, daysSinceLastPurchase: 29, paceDays: 2 })).toBe('new')
  expect(stageOf({ ...CUSTOMER, purchaseCount: 0 })).toBe('lapsed')
})

test('without an estimate the pace decides', () => {
  const unknown = { ...CUSTOMER, probabilityAlive: null }
  expect(stageOf({ ...unknown, daysSinceLastPurchase: 60 })).toBe('regular')
  expect(stageOf({ ...unknown, daysSinceLastPurchase: 61 })).toBe('slipping')
  expect(stageOf({ ...unknown, daysSinceLastPurchase: 121 })).toBe('lapsed')
})

test('every stage has its place', () => {
  expect(customerStages).toEqual(['one-time', 'new', 'regular', 'slipping', 'lapsed'])
})
