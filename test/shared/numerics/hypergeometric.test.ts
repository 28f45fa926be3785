import { expect, test } from 'vitest'
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

test('outside the domain there is no number', () => {
  expect(hypergeometric(1, 1, 2, -0.5)).toBeNaN()
  expect(hypergeometric(1, 0, 2, 0.5)).toBeNaN()
  expect(hypergeometric(Number.NaN, 1, 2, 0.5)).toBeNaN()
})
