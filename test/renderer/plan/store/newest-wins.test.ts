import { expect, test } from 'vitest'
import { newestWins } from '../../../../renderer/plan/store/newest-wins.ts'

/** Questions wait here until the test answers them, so that the order is the test's and no clock is needed. */
function waitingRoom() {
  const waiting: ((answer: string) => void)[] = []
  const asked: number[] = []
  const told: [string, number, boolean][] = []
  const push = newestWins(
    (question: number) => {
      asked.push(question)
      return new Promise<string>((resolve) => waiting.push(resolve))
    },
    (answer, question, isNewest) => { told.push([answer, question, isNewest]) },
  )
  return { push, asked, told, answer: (words: string) => waiting.shift()?.(words) }
}

test('one question at a time, and only the newest of those asked meanwhile follows', async () => {
  const { push, asked, told, answer } = waitingRoom()
  const done = push(1)
  for (const question of [2, 3, 4]) void push(question)
  expect(asked).toEqual([1])
  answer('first')
  await Promise.resolve()
  await Promise.resolve()
  expect(asked).toEqual([1, 4])
  answer('last')
  await done
  expect(told).toEqual([['first', 1, false], ['last', 4, true]])
})

test('after a pause it asks again', async () => {
  const { push, asked, answer } = waitingRoom()
  const first = push(1)
  answer('one')
  await first
  const second = push(2)
  answer('two')
  await second
  expect(asked).toEqual([1, 2])
})

test('a question that breaks does not silence the next', async () => {
  const answers = [Promise.reject(new Error('broken')), Promise.resolve('well')]
  const told: string[] = []
  const push = newestWins(() => answers.shift() ?? Promise.resolve('none'), (answer) => { told.push(answer) })
  await expect(push(1)).rejects.toThrow('broken')
  await push(2)
  expect(told).toEqual(['well'])
})
