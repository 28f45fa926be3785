import { expect, test } from 'vitest'
import { parseIsoDay } from '../../../shared/calendar.ts'
import { findGaps } from '../../../shared/data-quality/find-gaps.ts'

const day = (text: string) => parseIsoDay(text) ?? 0
const days = (from: string, until: string, every = 1) => {
  const found: number[] = []
  for (let one = day(from); one <= day(until); one += every) found.push(one)
  return found
}

test('a missing month between two full ones is a gap', () => {
  expect(findGaps(Int32Array.from([...days('2023-01-01', '2023-01-31'), ...days('2023-03-01', '2023-03-31')]))).toEqual({
    observedDays: 90, gaps: [{ fromDay: day('2023-02-01'), untilDay: day('2023-02-28'), days: 28 }],
  })
})

test('three weeks of holiday are not, nor what the rhythm of a quiet shop explains', () => {
  expect(findGaps(Int32Array.from([...days('2023-01-01', '2023-06-30'), ...days('2023-07-22', '2023-12-31')]))?.gaps).toEqual([])
  expect(findGaps(Int32Array.from([...days('2023-01-01', '2023-06-30'), ...days('2023-07-23', '2023-12-31')]))?.gaps).toHaveLength(1)
  // A sale in two weeks: two months of silence happen; a year does not.
  expect(findGaps(Int32Array.from([...days('2022-01-01', '2023-01-01', 14), ...days('2023-03-01', '2024-03-01', 14)]))?.gaps).toEqual([])
  expect(findGaps(Int32Array.from([...days('2020-01-01', '2022-01-01', 14), ...days('2023-03-01', '2025-03-01', 14)]))?.gaps).toHaveLength(1)
})

test('a closing of every year is a season; a year in which the shop was open there shows that it is none', () => {
  const summers = ['2021', '2022', '2023'].flatMap((year) => days(`${year}-04-01`, `${year}-09-30`))
  expect(findGaps(Int32Array.from(summers))?.gaps).toEqual([])
  expect(findGaps(Int32Array.from([...days('2021-01-01', '2022-02-28'), ...days('2022-04-01', '2023-12-31')]))?.gaps).toHaveLength(1)
})

test('too few sale days, or too short a history, show no rhythm', () => {
  expect(findGaps(Int32Array.from(days('2023-01-01', '2023-12-31', 45)))).toBeNull()
  expect(findGaps(Int32Array.from(days('2023-01-01', '2023-02-28')))).toBeNull()
  expect(findGaps(new Int32Array())).toBeNull()
})
