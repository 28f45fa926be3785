import { expect, test } from 'vitest'
import { integrate } from '../../../shared/numerics/integrate.ts'

test('e^-x over [0, 1] (worked example), and over a range in which it falls by 1e300', () => {
  expect(integrate((x) => Math.exp(-x), 0, 1)).toBeCloseTo(0.6321205588285577, 15)
  expect(integrate((x) => Math.exp(-x), 0, 700)).toBeCloseTo(1, 13)
})

test('a narrow peak at an end', () => {
  const width = 1e-3
  expect(integrate((x) => Math.exp(-((x / width) ** 2)), 0, 1)).toBeCloseTo((width * Math.sqrt(Math.PI)) / 2, 15)
})

test('an empty interval has no integral', () => {
  expect(integrate(Math.exp, 1, 1)).toBe(0)
  expect(integrate(Math.exp, 2, 1)).toBe(0)
  for (const [from, to] of [[0, Number.NaN], [Number.NaN, 1]] as const) expect(integrate(Math.exp, from, to)).toBeNaN()
})
