import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { niceTicks } from '../../../../renderer/ui/charts/nice-ticks.ts'

test('ticks are round and hold zero', () => {
  expect(niceTicks(-105, 160, 4)).toEqual([-200, -100, 0, 100, 200])
  expect(niceTicks(-900, -100, 4)).toEqual([-1000, -500, 0])
  expect(niceTicks(20, 97, 5)).toEqual([0, 20, 40, 60, 80, 100])
  expect(niceTicks(0, 0, 4)).toEqual([0])
})

test('every value lies between the first and the last tick, and there are few', () => {
  assert(property(integer({ min: -1e9, max: 1e9 }), integer({ min: 0, max: 1e9 }), (low, width) => {
    const ticks = niceTicks(low, low + width, 4)
    expect(ticks).toContain(0)
    expect(ticks[0]).toBeLessThanOrEqual(low)
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + width)
    expect(ticks.length).toBeLessThanOrEqual(6)
  }))
})
