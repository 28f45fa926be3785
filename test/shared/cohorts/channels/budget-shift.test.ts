import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BudgetShift, budgetShifts } from '../../../../shared/cohorts/channels/budget-shift.ts'

const range = (low: number, high: number) => ({ low, high })

test('C19: only between ranges that do not overlap (worked example)', () => {
  expect(budgetShifts([range(1, 2), range(3, 4), null])).toEqual(['less', 'more', null])
  expect(budgetShifts([range(1, 3), range(3, 4)])).toEqual([null, null])
  expect(budgetShifts([range(1, 2), range(3, 4), range(5, 6)])).toEqual(['less', null, 'more'])
  expect(budgetShifts([range(1, 2), range(3, 6), range(5, 8)])).toEqual(['less', 'more', 'more'])
  expect(budgetShifts([range(1, 2), null])).toEqual([null, null])
  expect(budgetShifts([])).toEqual([])
})

test('C19: the same as comparing every pair', () => {
  const anyRange = fc.tuple(fc.integer({ min: -5, max: 20 }), fc.nat(8)).map(([low, width]) => range(low, low + width))
  fc.assert(fc.property(fc.array(fc.option(anyRange), { maxLength: 8 }), (ranges) => {
    expect(budgetShifts(ranges)).toEqual(ranges.map((own): BudgetShift | null => {
      const others = ranges.filter((other) => other !== null)
      const isAbove = own !== null && others.some(({ high }) => own.low > high)
      const isBelow = own !== null && others.some(({ low }) => own.high < low)
      return isAbove && !isBelow ? 'more' : isBelow && !isAbove ? 'less' : null
    }))
  }))
})
