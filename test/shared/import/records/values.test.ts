import { expect, test } from 'vitest'
import { formatIsoDay } from '../../../../shared/calendar.ts'
import { wholeName } from '../../../../shared/import/records/customer-keys.ts'
import { parseLifeDay } from '../../../../shared/import/records/values/life-day.ts'
import { parseMonth } from '../../../../shared/import/records/values/month.ts'
import { parseTags } from '../../../../shared/import/records/values/tags.ts'
import { parseYesNo } from '../../../../shared/import/records/values/yes-no.ts'

test.each([
  ['yes', true], ['Ja', true], ['TRUE', true], ['1', true], ['oui', true], ['SUBSCRIBED', true], ['Opted in', true], ['2024-03-14 09:12:31', true],
  ['no', false], ['nee', false], ['False', false], ['0', false], ['not subscribed', false], ['Never subscribed', false], ['pending', false], ['désabonné', false],
  ['perhaps', null], ['', null],
] as const)('yes or no: %j is %s', (text, answer) => {
  expect(parseYesNo(text)).toBe(answer)
})

test.each([
  ['mrt 2024', null, '2024-03'], ['03-2024', null, '2024-03'], ['202403', null, '2024-03'], ['2024-3', null, '2024-03'], ['jan-24', null, '2024-01'], ['2024 Dezember', null, '2024-12'], ["août '24", null, '2024-08'],
  ['17-03-2024', 'dmy', '2024-03'], ['03/17/2024', 'mdy', '2024-03'], ['2024-03-17', null, '2024-03'],
  ['13-2024', null, null], ['2024-13', null, null], ['Q1 2024', null, null], ['2024', null, null],
] as const)('the month of %j is %s', (text, order, month) => {
  expect(parseMonth(text, order)).toBe(month)
})

test.each([
  ['17-05-55', 'dmy', '1955-05-17'], ['17-05-1955', 'dmy', '1955-05-17'], ['05/17/1955', 'mdy', '1955-05-17'], ['1903-02-28', null, '1903-02-28'], ['17 mei 1955', null, '1955-05-17'], ['01-02-24', 'dmy', '2024-02-01'],
  ['31-02-1980', 'dmy', 'impossible'], ['01-02-2055', 'dmy', 'impossible'], ['1899-01-01', null, 'impossible'], ['lente', null, 'unreadable'], ['03-04-1955', null, 'unreadable'],
] as const)('the day in a life of %j is %s', (text, order, day) => {
  const read = parseLifeDay(text, order, 20_000)
  expect(typeof read === 'number' ? formatIsoDay(read) : read).toBe(day)
})

test('tags are taken apart, in quotes or not, each once', () => {
  expect(parseTags('"VIP","Blog"')).toEqual(['VIP', 'Blog'])
  expect(parseTags('VIP, Blog;vaste klant|VIP')).toEqual(['VIP', 'Blog', 'vaste klant'])
  expect(parseTags('VIP,"van der ""B"", Berg"')).toEqual(['VIP', 'van der "B", Berg'])
  expect(parseTags(' , ')).toEqual([])
})

test('a name is put together without saying a part twice', () => {
  expect(wholeName('Jan', 'van der', 'Berg')).toBe('Jan van der Berg')
  expect(wholeName('Jan van der Berg', '', 'Berg')).toBe('Jan van der Berg')
  expect(wholeName('', 'de', 'Vries')).toBe('de Vries')
  expect(wholeName('Anna', '', 'Anna Jansen')).toBe('Anna Jansen')
  expect(wholeName('', '', '')).toBe('')
})
