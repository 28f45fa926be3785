import { expect, test } from 'vitest'
import { gaussLegendre } from '../../../shared/numerics/gauss-legendre.ts'

function integrate(count: number, f: (x: number) => number): number {
  const { nodes, weights } = gaussLegendre(count)
  return nodes.reduce((sum, node, k) => sum + weights[k]! * f(node), 0)
}

test('two nodes integrate a cubic exactly (worked example)', () => {
  expect(integrate(2, (x) => x ** 3)).toBeCloseTo(0.25, 15)
})

test.each([1, 2, 5, 8, 24, 32, 64])('%i nodes are exact up to degree 2n - 1', (count) => {
  for (let degree = 0; degree < 2 * count; degree++) expect(integrate(count, (x) => x ** degree)).toBeCloseTo(1 / (degree + 1), 13)
})

test('a smooth function comes out to machine precision', () => {
  expect(integrate(24, Math.exp)).toBeCloseTo(Math.E - 1, 14)
})

test('a count that cannot be is refused', () => {
  expect(() => gaussLegendre(0)).toThrow(RangeError)
  expect(() => gaussLegendre(2.5)).toThrow(RangeError)
})
