import { expect, test } from 'vitest'
import { emptyPages, missingPages, rowAt, withPage } from '../../../../renderer/ui/tables/page-cache.ts'

test('a row is known once its page has come, the last page may be short', () => {
  const cache = withPage(withPage(emptyPages<string>(2), 0, ['a', 'b']), 2, ['e'])
  expect([0, 1, 2, 3, 4, 5].map((index) => rowAt(cache, index))).toEqual(['a', 'b', undefined, undefined, 'e', undefined])
})

test('only pages that are in sight and not there yet are missing', () => {
  const cache = withPage(emptyPages<string>(100), 1, [])
  expect(missingPages(cache, 99, 350)).toEqual([0, 2, 3])
  expect(missingPages(cache, 100, 199)).toEqual([])
})

test('a page that comes does not change what was there', () => {
  const before = emptyPages<string>(2)
  withPage(before, 0, ['a'])
  expect(before.pages.size).toBe(0)
})
