import { beforeAll, expect, test } from 'vitest'
import { createFormat } from '../../../../renderer/format.ts'
import { i18n, startWords } from '../../../../renderer/i18n.ts'
import { rangeWords } from '../../../../renderer/ui/figures/use-range-words.ts'

beforeAll(() => startWords('nl'))
const say = (p10: number, p90: number) => rangeWords({ p10, p90 }, i18n.getFixedT('nl', 'frame'), createFormat('nl', 'EUR')).replaceAll('\u00a0', ' ')

test('a range is said with both ends, or with one where they round to the same', () => {
  expect(say(120_000, 590_000)).toBe('waarschijnlijk € 1.200 tot € 5.900')
  expect(say(120_010, 120_020)).toBe('waarschijnlijk € 1.200')
  expect(say(0, 0)).toBe('waarschijnlijk niets')
})
