import { expect, test } from 'vitest'
import { meanRange } from '../../../../shared/cohorts/channels/mean-range.ts'
import { seededRandom } from '../../../../shared/random.ts'

test('the mean and its 95% range (worked example)', () => {
  // The table's 4.303 would give 703 to 1697: the expansion is 0.8% short at two degrees of freedom.
  expect(meanRange(Float64Array.of(1000, 9, 1200, 1400), [0, 2, 3])).toEqual({ meanCents: 1200, range: { lowCents: 707, highCents: 1693 } })
  expect(meanRange(Float64Array.of(1000, 1201), [0, 1])).toEqual({ meanCents: 1101, range: null })
  expect(meanRange(Float64Array.of(1000), [])).toBeNull()
})

test('Student\'s sleep data (1908), the mean extra sleep of the second drug', () => {
  // Hours, in the R data set `sleep`; with the table's 2.2621572 at 9 degrees of freedom the interval is 0.8976775 to 3.7623225.
  const hours = Float64Array.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4).map((value) => Math.round(value * 1e4))
  const { meanCents, range } = meanRange(hours, Array.from(hours, (_, row) => row))!
  expect(meanCents).toBe(23_300)
  expect(Math.abs(range!.lowCents - 8977)).toBeLessThan(5)
  expect(Math.abs(range!.highCents - 37_623)).toBeLessThan(5)
})

test('the range holds the true mean nineteen times in twenty', () => {
  const random = seededRandom(3)
  let missed = 0
  const runs = 4000
  const rows = Array.from({ length: 25 }, (_, row) => row)
  for (let run = 0; run < runs; run++) {
    const { range } = meanRange(Float64Array.from(rows, () => 5000 + 2000 * random.normal()), rows)!
    if (range!.lowCents > 5000 || range!.highCents < 5000) missed++
  }
  expect(Math.abs(missed / runs - 0.05)).toBeLessThan(0.012)
})
