import { expect, test } from 'vitest'
import { withPrior } from '../../../shared/numerics/log-normal-prior.ts'
import { maximize, type Objective } from '../../../shared/numerics/maximize.ts'

const nothing: Objective = () => ({ value: 0, gradient: new Float64Array(2), hessian: new Float64Array(4) })

test('where the data say nothing, the maximum is at the medians (worked example)', () => {
  const { parameters, converged, information } = maximize(withPrior(nothing, { medians: [0.6, 7], deviations: [1, 0.5] }), [[3, 3]], { scale: [1, 1] })
  expect(converged).toBe(true)
  expect(parameters[0]).toBeCloseTo(0.6, 8)
  expect(parameters[1]).toBeCloseTo(7, 8)
  // The information about the logarithms is one over their variances.
  expect(Array.from(information)).toEqual([expect.closeTo(1, 8), expect.closeTo(0, 8), expect.closeTo(0, 8), expect.closeTo(4, 8)])
})

test('much data outweigh it: 2n ln p - n p is largest at 2, drawn toward 1 where n is small', () => {
  const likelihood = (n: number): Objective => ([p = 1]) => ({ value: n * (2 * Math.log(p) - p), gradient: Float64Array.of(n * (2 / p - 1)), hessian: Float64Array.of((-2 * n) / (p * p)) })
  const at = (n: number) => maximize(withPrior(likelihood(n), { medians: [1], deviations: [1] }), [[1]], { scale: [1] }).parameters[0]!
  expect(at(10_000)).toBeCloseTo(2, 3)
  expect(at(1)).toBeGreaterThan(1)
  expect(at(1)).toBeLessThan(1.9)
})

test('the derivatives are exact: they agree with differences', () => {
  const objective = withPrior(nothing, { medians: [0.6, 7], deviations: [1, 0.5] })
  const value = (a: number, b: number) => objective(Float64Array.of(a, b)).value
  const { gradient, hessian } = objective(Float64Array.of(1.3, 4))
  const h = 1e-4
  expect((value(1.3 + h, 4) - value(1.3 - h, 4)) / (2 * h)).toBeCloseTo(gradient[0]!, 6)
  expect((value(1.3, 4 + h) - 2 * value(1.3, 4) + value(1.3, 4 - h)) / (h * h)).toBeCloseTo(hessian[3]!, 4)
})
