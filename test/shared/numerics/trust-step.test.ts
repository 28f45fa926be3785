import { describe, expect, test } from 'vitest'
import { alongStep, trustStep } from '../../../shared/numerics/trust-step.ts'

const identity = Float64Array.of(1, 0, 0, 1)
const length = (step: Float64Array) => Math.hypot(...step)

test('along a step of 1 in a bowl: slope 1, curvature 1, gain .5 (worked example)', () => {
  expect(alongStep(Float64Array.of(1, 0), identity, Float64Array.of(1, 0))).toEqual({ slope: 1, curvature: 1, gain: 0.5 })
})

describe('the best step in a radius', () => {
  test('is Newton\'s where that is short enough, else as long as the radius (worked example)', () => {
    const gradient = Float64Array.of(1, 0)
    expect([...trustStep(gradient, identity, [0, 1], 2).step]).toEqual([1, 0])
    expect(trustStep(gradient, identity, [0, 1], 2).gain).toBe(0.5)
    const short = trustStep(gradient, identity, [0, 1], 0.5)
    expect(short.step[0]).toBeCloseTo(0.5, 12)
    expect(short.gain).toBeCloseTo(0.375, 12)
  })

  test('where the model bends upwards or not at all, it still climbs, to the radius; no other such step gains more', () => {
    const gradient = Float64Array.of(0.3, -0.2)
    for (const information of [Float64Array.of(-2, 0.5, 0.5, 1), Float64Array.of(0, 0, 0, 0), Float64Array.of(1, 1, 1, 1)]) {
      const { step, gain } = trustStep(gradient, information, [0, 1], 1.5)
      expect(length(step)).toBeCloseTo(1.5, 6)
      for (let angle = 0; angle < 2 * Math.PI; angle += 0.1) {
        expect(alongStep(gradient, information, Float64Array.of(1.5 * Math.cos(angle), 1.5 * Math.sin(angle))).gain).toBeLessThanOrEqual(gain + 1e-6)
      }
    }
  })

  test('leaves what is not free', () => {
    expect([...trustStep(Float64Array.of(1, 2), identity, [1], 5).step]).toEqual([0, 2])
    expect(trustStep(Float64Array.of(1, 2), identity, [], 5)).toEqual({ step: new Float64Array(2), gain: 0 })
  })
})
