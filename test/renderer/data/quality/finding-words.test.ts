import { expect, test } from 'vitest'
import type { QualityFinding } from '../../../../shared/contract/quality.ts'
import { findingSentence, levelOf } from '../../../../renderer/data/quality/finding-words.ts'
import { createFormat } from '../../../../renderer/format.ts'
import { i18n, speak, startWords } from '../../../../renderer/i18n.ts'

startWords('en')
const say = (finding: QualityFinding) => findingSentence(finding, i18n.getFixedT(null, 'quality'), createFormat('en', 'EUR'))

test('C10: every finding says what it is and how much it touches', () => {
  speak('en')
  expect(say({ kind: 'no-customer', orders: 1425, amountCents: 173_045_349 })).toBe('1,425 sales do not say who bought: €1,730,453.49 together.')
  expect(say({ kind: 'no-customer', orders: 1, amountCents: 1000 })).toBe('1 sale of €10.00 does not say who bought.')
  expect(say({ kind: 'probably-one', customers: 3 })).toBe('3 customers are probably the same person as another.')
  expect(say({ kind: 'unusable-dates', rows: 2, amountCents: 2000 })).toBe('2 rows were set aside because their date is missing or cannot be right: €20.00 together.')
  expect(say({ kind: 'future-orders', orders: 1, amountCents: 500 })).toBe('1 order of €5.00 is dated after the day it was imported.')
  expect(say({ kind: 'one-day-of-month', orders: 400, dayOfMonth: 1 })).toBe('Nearly all orders (400) fall on day 1 of the month.')
  expect(say({ kind: 'unmatched-refunds', orders: 2, amountCents: 3400 })).toBe('2 refunds belong to no sale that is known: €34.00 together.')
  expect(say({ kind: 'equal-orders', orders: 3, betweenImports: 0, amountCents: 3000 })).toBe('3 orders have the same customer, day and amount as another one: €30.00 together.')
  expect(say({ kind: 'equal-orders', orders: 3, betweenImports: 1, amountCents: 3000 })).toMatch(/together\. 1 of them came in with another file\.$/)
  expect(say({ kind: 'identical-lines', orders: 1, lines: 2, amountCents: 5000 })).toBe('2 lines are the same to the letter as another line of their order: €50.00 together.')
  expect(say({ kind: 'outlier-orders', orders: 1, amountCents: 900_000, boundCents: 5000 })).toContain('above €50')
  expect(say({ kind: 'gaps', gaps: 1, days: 62 })).toBe('1 period without any sale, 62 days long, is longer than your usual rhythm explains.')
  expect(say({ kind: 'no-margin', share: 1, amountCents: 1 })).toContain('not by what they earn you')
  expect(say({ kind: 'no-margin', share: 0.25, amountCents: 50_000 })).toBe('Of €500.00, 25% of your sales, neither your margin nor the cost is known.')
})

test('C10: in Dutch too', () => {
  speak('nl')
  const words = findingSentence({ kind: 'no-customer', orders: 2, amountCents: 10_000 }, i18n.getFixedT(null, 'quality'), createFormat('nl', 'EUR'))
  expect(words.replace(/\s/g, ' ')).toBe('2 verkopen zeggen niet wie er kocht: samen € 100,00.')
})

test('C10: from nine in ten points the ground is solid, below seven it is not', () => {
  expect([100, 90, 89, 70, 69, 0].map(levelOf)).toEqual(['good', 'good', 'fair', 'fair', 'poor', 'poor'])
})
