import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { midRanks } from '../../../../shared/numerics/statistics/mid-ranks.ts'

test('equal values share the mean of their ranks (worked example)', () => {
  expect(midRanks(Float64Array.of(10, 30, 30, 20))).toEqual({ ranks: Float64Array.of(1, 3.5, 3.5, 2), ties: 6 })
  expect(midRanks(new Float64Array())).toEqual({ ranks: new Float64Array(), ties: 0 })
  expect([...midRanks(Float64Array.of(0, -0, -1)).ranks]).toEqual([2.5, 2.5, 1])
})

test('who is smaller, and half of who is equal; ranks add up as without ties', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 }), (list) => {
    const { ranks, ties } = midRanks(Float64Array.from(list))
    list.forEach((value, i) => {
      const equal = list.filter((other) => other === value).length
      expect(ranks[i]).toBe(list.filter((other) => other < value).length + (equal + 1) / 2)
    })
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((list.length * (list.length + 1)) / 2)
    const counts = [...Map.groupBy(list, (value) => value).values()].map(({ length }) => length)
    expect(ties).toBe(counts.reduce((sum, count) => sum + count ** 3 - count, 0))
  }))
})
