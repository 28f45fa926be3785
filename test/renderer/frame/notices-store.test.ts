import { beforeAll, beforeEach, expect, test } from 'vitest'
import { useDataPage } from '../../../renderer/data/pages-store.ts'
import { failureText, notify, notifyFailure, useNotices } from '../../../renderer/frame/notices-store.ts'
import { useRoute } from '../../../renderer/frame/route-store.ts'
import { startScreen } from '../../../renderer/frame/workspace-store.ts'
import { startWords } from '../../../renderer/i18n.ts'
import { en } from '../../../shared/i18n/index.ts'

beforeAll(() => startWords('en'))
beforeEach(() => useNotices.setState({ toasts: [] }))
const shown = () => useNotices.getState().toasts.map(({ text }) => text)

test('the same words never stand there twice, and the oldest makes room', () => {
  for (const text of ['a', 'b', 'a', 'c', 'd']) notify('info', text)
  expect(shown()).toEqual(['a', 'c', 'd'])
})

test('a message is closed by its own button', () => {
  notify('info', 'a')
  notify('error', 'b')
  useNotices.getState().dismiss(useNotices.getState().toasts[0]!.id)
  expect(shown()).toEqual(['b'])
})

test('what went well goes when the owner goes to another screen or page; what went wrong, or can be undone only here, stays', () => {
  const all = () => {
    notify('success', 'saved')
    notify('info', 'removed')
    notify('error', 'full')
  }
  all()
  useRoute.getState().goTo('plan')
  expect(shown()).toEqual(['removed', 'full'])
  all()
  useDataPage.getState().goTo('quality')
  expect(shown()).toEqual(['removed', 'full'])
})

test('a failure is told in words, with its figures filled in; stopping is no failure', () => {
  notifyFailure({ code: 'import-ambiguous-dates', params: { column: 'Datum' } })
  notifyFailure({ code: 'cancelled' })
  expect(shown()).toEqual([en.errors['import-ambiguous-dates'].replace('{{column}}', 'Datum')])
  expect(failureText({ code: 'disk-full' })).toBe(en.errors['disk-full'])
})

test('a shop without sales starts where they are brought in', () => {
  const shop = { kind: 'own', customers: 0, batches: 0, vat: 'unknown', firstOrderOn: null, lastOrderOn: null, appVersion: '0.1.0' } as const
  expect(startScreen({ ...shop, orders: 0 })).toBe('data')
  expect(startScreen({ ...shop, orders: 1 })).toBe('customers')
})
