import { expect, test } from 'vitest'
import { localDay, newestFirst } from '../../../renderer/data/batches/newest-first.ts'
import { batch } from './batches.ts'

test('the newest import is on top, whatever its clock said', () => {
  const early = { ...batch, batchId: 3, importedAt: '2020-01-01T00:00:00.000Z' }
  expect(newestFirst([batch, early, { ...batch, batchId: 2 }]).map(({ batchId }) => batchId)).toEqual([3, 2, 1])
})

test('the day is the one on the owner’s own calendar', () => {
  const lateEvening = new Date(2026, 2, 1, 23, 59)
  const justAfterMidnight = new Date(2026, 2, 2, 0, 1)
  expect(localDay(lateEvening.toISOString())).toBe('2026-03-01')
  expect(localDay(justAfterMidnight.toISOString())).toBe('2026-03-02')
})
