import { expect, test } from 'vitest'
import { incompleteNote, monthName } from '../../../../renderer/data/revenue/month-words.ts'
import { createFormat } from '../../../../renderer/format.ts'
import { i18n, startWords } from '../../../../renderer/i18n.ts'

startWords('en')
const t = i18n.getFixedT('en', 'revenue')
const format = createFormat('en', 'EUR')
const one = { from: '2024-02', until: '2024-02' }

test('a row is named after its month, or its first and last', () => {
  expect(monthName(one, t, format)).toBe('February 2024')
  expect(monthName({ from: '2023-11', until: '2024-02' }, t, format)).toBe('November 2023 to February 2024')
})

test.each([
  ['2024-01-05', '2024-03-31', null],
  ['2024-02-01', '2024-02-29', null],
  ['2024-01-05', '2024-02-28', 'data until 28 Feb 2024'],
  ['2024-02-02', '2024-03-10', 'data from 2 Feb 2024'],
  ['2024-02-02', '2024-02-10', 'data from 2 Feb 2024 until 10 Feb 2024'],
] as const)('sales from %s to %s: %j', (firstDay, lastDay, note) => {
  expect(incompleteNote(one, { firstDay, lastDay }, t, format)).toBe(note)
})
