import { expect, test } from 'vitest'
import { answerOf } from '../../../renderer/ui/use-answer.ts'

const heard = { question: 'a', round: 1, result: { ok: true, value: 5 } } as const
const failed = { question: 'a', round: 1, result: { ok: false, error: { code: 'unexpected' } } } as const

test('the answer to the present question is ready', () => expect(answerOf(heard, 'a', 1)).toEqual({ status: 'ready', value: 5 }))
test('while a newer question is under way the former answer stands', () => {
  expect(answerOf(heard, 'b', 1)).toEqual({ status: 'loading', value: 5 })
  expect(answerOf(heard, 'a', 2)).toEqual({ status: 'loading', value: 5 })
})
test('a failure is told, and gone once asked again', () => {
  expect(answerOf(failed, 'a', 1)).toEqual({ status: 'failed', value: null, error: { code: 'unexpected' } })
  expect(answerOf(failed, 'a', 2)).toEqual({ status: 'loading', value: null })
})
test('nothing asked yet is loading', () => expect(answerOf({ question: null, round: 0, result: null }, 'a', 0)).toEqual({ status: 'loading', value: null }))
