import { expect, test } from 'vitest'
import { maximize, type Objective } from '../../../shared/numerics/maximize.ts'

const logLessLinear: Objective = ([p = 0]) => ({ value: 2 * Math.log(p) - p, gradient: Float64Array.of(2 / p - 1), hessian: Float64Array.of(-2 / (p * p)) })

test('2 ln p - p is largest at 2 (worked example)', () => {
  const found = maximize(logLessLinear, [[1]], { scale: [1] })
  expect(found.parameters[0]).toBeCloseTo(2, 5)
  expect(found).toMatchObject({ converged: true, atBound: [false] })
  expect(found.gradientNorm).toBeLessThan(1e-4)
  expect(found.evaluations).toBeGreaterThan(1)
})

test('finds the top from far away and from a region that bends the wrong way', () => {
  // The negated Rosenbrock function, whose top is (1, 1).
  const banana: Objective = ([x = 0, y = 0]) => ({
    value: -((1 - x) ** 2) - 100 * (y - x * x) ** 2,
    gradient: Float64Array.of(2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)),
    hessian: Float64Array.of(-2 + 400 * y - 1200 * x * x, 400 * x, 400 * x, -200),
  })
  const found = maximize(banana, [[0.05, 8], [4, 0.1]], { scale: [1, 1] })
  expect(found.converged).toBe(true)
  expect(found.parameters[0]).toBeCloseTo(1, 3)
  expect(found.parameters[1]).toBeCloseTo(1, 3)
})

test('what only grows stops at its bound and says so', () => {
  const growing: Objective = ([p = 0, q = 0]) => ({
    value: -1 / p + 2 * Math.log(q) - q,
    gradient: Float64Array.of(1 / (p * p), 2 / q - 1),
    hessian: Float64Array.of(-2 / (p * p * p), 0, 0, -2 / (q * q)),
  })
  const found = maximize(growing, [[1, 1]], { scale: [1, 1], bound: 3 })
  expect(found).toMatchObject({ converged: true, atBound: [true, false] })
  expect(found.parameters[0]).toBeCloseTo(Math.exp(3), 6)
  expect(found.parameters[1]).toBeCloseTo(2, 4)
})

test('says so when it did not get there', () => {
  expect(maximize(logLessLinear, [[1e-5]], { scale: [1], maximumIterations: 1 }).converged).toBe(false)
  const undefinedEverywhere: Objective = () => ({ value: Number.NaN, gradient: Float64Array.of(0), hessian: Float64Array.of(0) })
  expect(maximize(undefinedEverywhere, [[1]], { scale: [1] }).converged).toBe(false)
  expect(() => maximize(logLessLinear, [], { scale: [1] })).toThrow(RangeError)
})
