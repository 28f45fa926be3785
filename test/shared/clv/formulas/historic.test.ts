import { expect, test } from 'vitest'
import { basisOf, realizedValueCents, wholeCents } from '../../../../shared/clv/formulas/historic.ts'

test('orders less refunds times the margin (F18, worked example)', () => {
  expect(realizedValueCents(10_000 + 2_550 - 550, 0.4)).toBe(4_800)
  expect(realizedValueCents(12_000, null)).toBe(12_000)
  expect(realizedValueCents(-500, 0.5)).toBe(-250)
})

test('whole cents, and no minus zero', () => {
  expect(wholeCents(-0.3)).toBe(0)
  expect(Object.is(wholeCents(-0.3), 0)).toBe(true)
})

test('gross profit once the margin is known', () => {
  expect(basisOf(null)).toBe('revenue')
  expect(basisOf(0)).toBe('gross-profit')
})
