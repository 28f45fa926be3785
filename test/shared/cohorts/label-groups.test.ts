import { expect, test } from 'vitest'
import { groupByLabel, labelKey, labelKeys } from '../../../shared/cohorts/label-groups.ts'

test('case, spaces and composition of letters do not make another label (worked example)', () => {
  expect(labelKeys([' Google  Ads', 'google ads', 'CAFE\u0301', 'café', '  ', '', null])).toEqual(['google ads', 'google ads', 'café', 'café', null, null, null])
  expect(labelKey('Google Ads')).toBe('google ads')
})

test('the largest labels, the others together, and who has none (worked example)', () => {
  expect(groupByLabel(['a', 'b', 'B ', null], Int32Array.of(1, 1, 1, 1), 1)).toEqual({
    groups: [{ kind: 'label', label: 'b' }, { kind: 'others', labels: 1 }, { kind: 'unlabeled' }], groupOf: Int32Array.of(1, 0, 0, 2),
  })
})

test('equal sizes go by the alphabet; labels that are always shown; who never bought makes no group of a label', () => {
  const labels = ['d', 'c', 'b', 'a', 'e']
  expect(groupByLabel(labels, Int32Array.of(1, 1, 1, 1, -1), 1, new Set(['d']))).toEqual({
    groups: [{ kind: 'label', label: 'a' }, { kind: 'label', label: 'd' }, { kind: 'others', labels: 2 }, { kind: 'unlabeled' }], groupOf: Int32Array.of(1, 2, 2, 0, 3),
  })
  expect(groupByLabel(['a', 'A'], Int32Array.of(1, -1), 5)).toEqual({ groups: [{ kind: 'label', label: 'a' }], groupOf: Int32Array.of(0, 0) })
  expect(groupByLabel([], Int32Array.of(1), 5)).toEqual({ groups: [{ kind: 'unlabeled' }], groupOf: Int32Array.of(0) })
  expect(groupByLabel([], new Int32Array(0), 5)).toEqual({ groups: [], groupOf: new Int32Array(0) })
})
