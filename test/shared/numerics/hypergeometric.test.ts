import { describe, expect, test } from 'vitest'
import { hypergeometric } from '../../../shared/numerics/hypergeometric.ts'
import { gaussLegendre } from '../../../shared/numerics/gauss-legendre.ts'

function relativeError(value: number, truth: number): number {
  return Math.abs(value - truth) / Math.abs(truth)
}

test('2F1(1, 1; 2; -1) is the natural logarithm of 2 (worked example)', () => {
  expect(relativeError(hypergeometric(1, 1, 2, 1), Math.LN2)).toBeLessThan(1e-15)
})

test.each([0, 0.001, 0.5, 1, 3, 48, 250])('agrees with elementary functions at z = %d', (z) => {
  // Abramowitz & Stegun 1964, 15.1.3, 15.1.8 and 15.1.5.
  if (z > 0) expect(relativeError(hypergeometric(1, 1, 2, z), Math.log1p(z) / z)).toBeLessThan(1e-13)
  expect(relativeError(hypergeometric(0.7, 2.5, 2.5, z), (1 + z) ** -0.7)).toBeLessThan(1e-13)
  if (z > 0) expect(relativeError(hypergeometric(0.5, 1, 1.5, z), Math.atan(Math.sqrt(z)) / Math.sqrt(z))).toBeLessThan(1e-13)
})

test('agrees with Euler\'s integral where terms of the usual form would cancel', () => {
  // 2F1(a, b; c; -z) = (c - 1) * integral of (1 - t)^(c - 2) (1 + z t)^-a dt for b = 1 (A&S 15.3.1).
  const { nodes, weights } = gaussLegendre(200)
  for (const [a, c, z] of [[50.5, 5, 3], [20.25, 4, 40], [120, 6, 0.9]] as const) {
    const truth = (c - 1) * nodes.reduce((sum, t, k) => sum + weights[k]! * (1 - t) ** (c - 2) * (1 + z * t) ** -a, 0)
    expect(relativeError(hypergeometric(a, 1, c, z), truth)).toBeLessThan(1e-9)
  }
})

test('very large parameters do not overflow: a share that is the same for everybody', () => {
  // For b, c -> infinity with b / c = s, 2F1(a, b; c; -z) tends to (1 + s z)^-a.
  for (const a of [0.7, 30, 1200]) {
    for (const z of [0.5, 5, 40]) {
      const limit = (1 + 0.2 * z) ** -a
      const near = hypergeometric(a, 2e9, 1e10, z)
      if (limit > 1e-300) expect(relativeError(near, limit)).toBeLessThan(1e-3)
      else expect(near).toBeLessThan(1e-290)
    }
  }
})

describe('z of thousands and more, where the series takes too long', () => {
  test.each([3e4, 1e6, 1e9, 1e12, 1e90])('agrees with elementary functions at z = %d', (z) => {
    // Abramowitz & Stegun 1964, 15.1.3, 15.1.5 and 15.1.8.
    expect(relativeError(hypergeometric(1, 1, 2, z), Math.log1p(z) / z)).toBeLessThan(1e-13)
    expect(relativeError(hypergeometric(0.5, 1, 1.5, z), Math.atan(Math.sqrt(z)) / Math.sqrt(z))).toBeLessThan(1e-13)
    for (const a of [0.7, 2.6, 3]) expect(relativeError(hypergeometric(a, 2.5, 2.5, z), (1 + z) ** -a)).toBeLessThan(1e-12)
  })

  test('40-digit arithmetic (mpmath): a chance to leave or to stay that is nearly the same for everybody, or nearly nothing', () => {
    const known = [
      [1.5, 0.9, 3.5, 300, 0.021090246643025296], [1.5, 0.9, 3.5, 3000, 0.002833174246280183],
      [1.5, 0.9, 3.5, 1000000, 1.553962015412227e-5], [3.5, 0.9, 5.5, 1000000000, 1.3366100076467224e-8],
      [1.7, 1e-5, 3.7, 1000000000000, 0.9997333114373639], [1, 1.2, 10001.2, 1000000, 0.02722187240517404],
      [1, 0.1, 0.10001, 1000000000, 1.2798488471331251e-5], [1, 3, 3.001, 1000000000000, 1.0004999999989984e-12],
      [1.25, 3, 4.01, 1000000, 5.444743301106881e-8], [1, 1e-5, 2e-5, 1000000000, 0.49989639507097405],
    ] as const
    for (const [a, b, c, z, truth] of known) expect(relativeError(hypergeometric(a, b, c, z), truth), `${a}, ${b}, ${c}, ${z}`).toBeLessThan(1e-11)
  })
})

test('outside the domain there is no number', () => {
  expect(hypergeometric(1, 1, 2, -0.5)).toBeNaN()
  expect(hypergeometric(1, 0, 2, 0.5)).toBeNaN()
  expect(hypergeometric(Number.NaN, 1, 2, 0.5)).toBeNaN()
  expect(hypergeometric(1, 1, 2, Number.POSITIVE_INFINITY)).toBeNaN()
})
