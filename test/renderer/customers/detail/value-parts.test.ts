import { assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { allParts, shownParts } from '../../../../renderer/customers/detail/value-parts.ts'
import type { RankParts } from '../../../../shared/contract/customers.ts'

const kinds = ['often', 'much', 'recently', 'chance', 'margin'] as const
const partsOf = (usualCents: number, cents: readonly number[]): RankParts => ({
  usualCents, ownCents: usualCents + cents.reduce((sum, part) => sum + part, 0), parts: kinds.map((kind, i) => ({ kind, cents: cents[i] ?? 0 })),
})

test('from the usual customer to this one, without what is nothing', () => {
  const shown = shownParts(partsOf(8_000, [151_000, 57_000, 20, 14_000, 0]))
  expect(shown?.parts.map(({ id, cents }) => [id, cents])).toEqual([['usual', 8_000], ['often', 151_000], ['much', 57_000], ['chance', 14_000], ['own', 230_000]])
  expect(allParts(partsOf(8_000, [1])).map(({ id }) => id)).toEqual(['usual', ...kinds, 'own'])
})

test('the usual customer has no parts to tell', () => {
  expect(shownParts(partsOf(8_000, [0, 20, -20, 0, 0]))).toBeNull()
  expect(shownParts(partsOf(0, []))).toBeNull()
})

test('what is shown adds up, and is off by no more than the rounding', () => {
  const part = integer({ min: -1e6, max: 1e6 })
  assert(property(integer({ min: 1, max: 1e6 }), tuple(part, part, part, part, part), (usual, cents) => {
    const shown = shownParts(partsOf(usual, cents))
    if (!shown) return
    const own = shown.parts.at(-1)
    const sum = shown.parts.slice(0, -1).reduce((total, { cents: amount }) => total + amount, 0)
    expect(sum).toBeCloseTo(own?.cents ?? NaN, 6)
    for (const { id, cents: amount } of shown.parts) {
      const exact = allParts(partsOf(usual, cents)).find((each) => each.id === id)?.cents ?? NaN
      expect(Math.abs(amount - exact)).toBeLessThanOrEqual(shown.step + 1e-6)
    }
  }))
})
