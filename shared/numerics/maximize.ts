import { cholesky, solveCholesky } from './cholesky.ts'

/** A function of positive parameters with its exact derivatives to them; the Hessian has its rows behind each other. */
export type Evaluation = { readonly value: number; readonly gradient: Float64Array; readonly hessian: Float64Array }
export type Objective = (parameters: Float64Array) => Evaluation

export type Maximum = {
  readonly parameters: Float64Array
  readonly value: number
  readonly converged: boolean
  readonly iterations: number
  readonly evaluations: number
  /** Largest absolute component of the gradient in log parameters, of the parameters that can still move. */
  readonly gradientNorm: number
  /** Which parameters stopped at their bound. */
  readonly atBound: readonly boolean[]
  /** Minus the Hessian in log parameters: the information about them. */
  readonly information: Float64Array
}

export type Options = {
  /** Scale of every parameter: starts and bounds are relative to it. */
  readonly scale: readonly number[]
  /** Bound of |ln(parameter / scale)|. */
  readonly bound?: number
  readonly maximumIterations?: number
}

const LONGEST_STEP = 2
/** A curvature so much smaller than the largest is as good as none. */
const FLAT = 1e-12
/** Done when a full Newton step would raise the value by less. */
const LEAST_GAIN = 1e-9
/** The same relative to the value: a few thousandths of a standard error in a million customers. */
const RELATIVE_GAIN = 1e-12
/** A gain that drowns in the rounding of a sum of this size. */
const ROUNDING = 1e-10

type Point = { logs: Float64Array; parameters: Float64Array; value: number; gradient: Float64Array; information: Float64Array }

function evaluate(objective: Objective, logs: Float64Array, scale: readonly number[]): Point {
  const size = logs.length
  const parameters = logs.map((log, i) => scale[i]! * Math.exp(log))
  const { value, gradient, hessian } = objective(parameters)
  const slope = gradient.map((g, i) => g * parameters[i]!)
  const information = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      information[i * size + j] = -hessian[i * size + j]! * parameters[i]! * parameters[j]! - (i === j ? slope[i]! : 0)
    }
  }
  return { logs, parameters, value, gradient: slope, information }
}

/**
 * The Newton step of the free parameters, damped until the matrix is positive definite, each parameter on its own scale (Marquardt 1963) so
 * that a flat direction is not held up by a steep one; others stay.
 */
function newtonStep(point: Point, free: readonly number[], damping: number): Float64Array | null {
  const size = point.logs.length
  const count = free.length
  let largest = 1e-12
  for (const i of free) largest = Math.max(largest, Math.abs(point.information[i * size + i]!))
  const right = free.map((i) => point.gradient[i]!)
  for (let shift = damping; shift < 1e12; shift = shift === 0 ? 1e-6 : shift * 10) {
    const matrix = new Float64Array(count * count)
    free.forEach((i, row) => free.forEach((j, column) => {
      const own = point.information[i * size + j]!
      matrix[row * count + column] = own + (i === j ? shift * Math.max(Math.abs(own), FLAT * largest) : 0)
    }))
    const lower = cholesky(matrix, count)
    if (!lower) continue
    const step = new Float64Array(size)
    solveCholesky(lower, right, count).forEach((value, k) => { step[free[k]!] = value })
    return step
  }
  return null
}

function climb(objective: Objective, start: Float64Array, options: Required<Options>): Maximum {
  const { scale, bound, maximumIterations } = options
  let point = evaluate(objective, start, scale)
  let evaluations = 1
  let iterations = 0
  let damping = 0
  let converged = false
  const size = start.length
  const held = (i: number) => (point.logs[i]! >= bound && point.gradient[i]! >= 0) || (point.logs[i]! <= -bound && point.gradient[i]! <= 0)
  const freeNow = () => Array.from({ length: size }, (_, i) => i).filter((i) => !held(i))

  while (iterations < maximumIterations && Number.isFinite(point.value)) {
    const free = freeNow()
    const step = free.length > 0 ? newtonStep(point, free, damping) : new Float64Array(size)
    if (!step) break
    const gain = step.reduce((sum, s, i) => sum + s * point.gradient[i]!, 0) / 2
    if (gain <= Math.max(LEAST_GAIN, RELATIVE_GAIN * Math.abs(point.value))) {
      converged = true
      break
    }
    iterations++
    const longest = step.reduce((max, s) => Math.max(max, Math.abs(s)), 0)
    let length = Math.min(1, LONGEST_STEP / longest)
    let next: Point | null = null
    for (let trial = 0; trial < 30 && !next; trial++, length *= 0.4) {
      const logs = point.logs.map((log, i) => Math.min(bound, Math.max(-bound, log + length * step[i]!)))
      const candidate = evaluate(objective, logs, scale)
      evaluations++
      if (candidate.value > point.value) next = candidate
    }
    if (!next) {
      // No better point along the step: at the precision of the numbers themselves, or damping is needed.
      converged = gain < ROUNDING * Math.max(1, Math.abs(point.value))
      if (converged || damping > 1) break
      damping = Math.max(damping * 10, 1e-3)
      continue
    }
    damping = damping < 1e-6 ? 0 : damping / 10
    point = next
  }

  const free = new Set(freeNow())
  return {
    parameters: point.parameters,
    value: point.value,
    converged,
    iterations,
    evaluations,
    gradientNorm: point.gradient.reduce((max, g, i) => (free.has(i) ? Math.max(max, Math.abs(g)) : max), 0),
    atBound: Array.from(point.logs, (log) => Math.abs(log) >= bound),
    information: point.information,
  }
}

/**
 * Maximises a function of positive parameters by Newton's method in their logarithms, with exact derivatives, Levenberg-Marquardt
 * damping (Marquardt 1963), a backtracking line search and bounds; from several starts, the best optimum wins (Nocedal & Wright 2006, ch. 3).
 * `starts` and the bound are relative to `scale`. Never throws: `converged` is false where it did not get there.
 * Example: 2 ln p - p from start 1 is largest at p = 2.
 */
export function maximize(objective: Objective, starts: readonly (readonly number[])[], options: Options): Maximum {
  const complete = { bound: 12, maximumIterations: 200, ...options }
  let best: Maximum | null = null
  let evaluations = 0
  for (const start of starts) {
    const found = climb(objective, Float64Array.from(start, Math.log), complete)
    evaluations += found.evaluations
    const better = !best || found.value > best.value + 1e-6 || (found.converged && !best.converged && found.value > best.value - 1e-6)
    if (better) best = found
  }
  if (!best) throw new RangeError('A maximisation needs a start')
  return { ...best, evaluations }
}
