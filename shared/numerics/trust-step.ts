import { symmetricEigen } from './symmetric-eigen.ts'

/** A step and what the quadratic model says it gains. */
export type TrustStep = { readonly step: Float64Array; readonly gain: number }

const BISECTIONS = 60
/** A curvature so much smaller than the largest is as good as none. */
const FLAT = 1e-14

/**
 * What the quadratic model gains along a step: its slope, its curvature (positive: bends down), and slope - curvature / 2. Not checked.
 * Example: g (1, 0), I the identity, step (1, 0): slope 1, curvature 1, gain .5.
 */
export function alongStep(gradient: Float64Array, information: Float64Array, step: Float64Array): { readonly slope: number; readonly curvature: number; readonly gain: number } {
  const size = step.length
  let slope = 0
  let curvature = 0
  for (let i = 0; i < size; i++) {
    slope += gradient[i]! * step[i]!
    for (let j = 0; j < size; j++) curvature += step[i]! * information[i * size + j]! * step[j]!
  }
  return { slope, curvature, gain: slope - curvature / 2 }
}

/**
 * The step that gains most within a radius, of g's - s'Is/2 with gradient g and information I, which may bend either way: Newton's where it is short
 * enough, else (I + shift) s = g with the shift at which the step is as long as the radius (Nocedal & Wright 2006, section 4.3). Parameters that are not
 * `free` stay. A step of 0 without free parameters.
 * Example: g (1, 0), I the identity: the step (1, 0) in a radius of 2, (0.5, 0) in one of 0.5.
 */
export function trustStep(gradient: Float64Array, information: Float64Array, free: readonly number[], radius: number): TrustStep {
  const size = gradient.length
  const count = free.length
  const step = new Float64Array(size)
  if (count === 0) return { step, gain: 0 }
  const { values, vectors } = symmetricEigen(free.flatMap((i) => free.map((j) => information[i * size + j]!)), count)
  const slopes = Float64Array.from(values, (_, k) => free.reduce((sum, i, row) => sum + vectors[row * count + k]! * gradient[i]!, 0))
  const least = values.reduce((min, value) => Math.min(min, value), Infinity)
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0)
  const stepsAt = (shift: number) => slopes.map((slope, k) => (slope === 0 ? 0 : slope / (values[k]! + shift)))
  const lengthAt = (shift: number) => Math.hypot(...stepsAt(shift))

  let shift = 0
  if (least <= FLAT * largest || lengthAt(0) > radius) {
    let low = Math.max(0, -least)
    shift = low + Math.hypot(...slopes) / radius + Number.MIN_VALUE
    for (let k = 0; k < BISECTIONS; k++) {
      const middle = (low + shift) / 2
      if (lengthAt(middle) > radius) low = middle
      else shift = middle
    }
  }
  const steps = stepsAt(shift)
  free.forEach((i, row) => { step[i] = steps.reduce((sum, s, k) => sum + s * vectors[row * count + k]!, 0) })
  return { step, gain: alongStep(gradient, information, step).gain }
}
