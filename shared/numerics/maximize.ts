import { alongStep, trustStep, type TrustStep } from './trust-step.ts'

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

/** Longest step in logarithms: further away the quadratic model says little. */
const LONGEST_STEP = 2.5
const FIRST_RADIUS = 2
/** Done when the best step would raise the value by less. */
const LEAST_GAIN = 1e-9
/** The same relative to the value: a few thousandths of a standard error in a million customers. */
const RELATIVE_GAIN = 1e-12
/** A gain that drowns in the rounding of a sum of this size. */
const ROUNDING = 1e-10
/** A radius in which no double can change. */
const LEAST_RADIUS = 1e-9
/** So near, a parameter is at its bound. */
const SNAP = 1e-6
/** What is left to gain, in units of log-likelihood, where a run to the edge is believed. */
const EDGE_GAIN = 5
/** A fall by e per unit of logarithm has a curvature of once its slope; how far from it still counts as one. */
const EDGE_CURVATURE = { from: 0.3, to: 1.6 } as const
/** The parameters that run are those whose step is at least this part of the longest. */
const RUNNING = 0.5

type Point = { readonly logs: Float64Array; readonly parameters: Float64Array; readonly value: number; readonly gradient: Float64Array; readonly information: Float64Array }

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

function atBound(log: number, bound: number): boolean {
  return Math.abs(log) >= bound
}

/** How many times a step fits until the first parameter is at its bound. */
function reach(logs: Float64Array, step: Float64Array, bound: number): number {
  return step.reduce((least, s, i) => (s === 0 ? least : Math.min(least, ((s > 0 ? bound : -bound) - logs[i]!) / s)), Infinity)
}

function moved(logs: Float64Array, step: Float64Array, bound: number): Float64Array {
  return logs.map((log, i) => {
    const to = log + step[i]!
    return Math.abs(to) > bound - SNAP ? Math.sign(to) * bound : to
  })
}

/** The best step in a radius; parameters at a bound that would be pushed over it are held. */
function boundedStep(point: Point, radius: number, bound: number): TrustStep {
  let free = Array.from(point.logs.keys())
  for (;;) {
    const found = trustStep(point.gradient, point.information, free, radius)
    const inside = free.filter((i) => !(atBound(point.logs[i]!, bound) && found.step[i]! * point.logs[i]! > 0))
    if (inside.length === free.length) return found
    free = inside
  }
}

/**
 * Towards an edge where parameters no longer matter the value tends to its limit as e^-distance, and Newton's method crawls by one unit a step.
 * Where the model has that shape along its running parameters: those taken to the first bound at once, the others one step; else `null`.
 */
function stepToEdge(point: Point, { step, gain }: TrustStep, bound: number): Float64Array | null {
  const longest = step.reduce((max, s) => Math.max(max, Math.abs(s)), 0)
  if (longest < RUNNING || gain > EDGE_GAIN) return null
  const running = step.map((s) => (Math.abs(s) > RUNNING * longest ? s / longest : 0))
  const { slope, curvature } = alongStep(point.gradient, point.information, running)
  if (!(curvature > EDGE_CURVATURE.from * slope && curvature < EDGE_CURVATURE.to * slope)) return null
  const far = reach(point.logs, running, bound)
  return far > longest ? step.map((s, i) => (running[i] === 0 ? s : far * running[i]!)) : null
}

/** The part of a step at which the cubic through both ends, with the known slope and curvature at its start, is largest. */
function cubicPart(slope: number, curvature: number, rise: number): number {
  const cubic = rise - slope + curvature / 2
  const root = curvature * curvature - 12 * cubic * slope
  const part = root < 0 ? 0.25 : (2 * slope) / (curvature + Math.sqrt(root))
  return part > 0 ? Math.min(0.6, Math.max(0.1, part)) : 0.25
}

function climb(objective: Objective, start: Float64Array, { scale, bound, maximumIterations }: Required<Options>): Maximum {
  let point = evaluate(objective, start, scale)
  let evaluations = 1
  let iterations = 0
  let radius = FIRST_RADIUS
  let edgeGain = Infinity
  let converged = false
  const tryStep = (step: Float64Array) => {
    evaluations++
    return evaluate(objective, moved(point.logs, step, bound), scale)
  }

  while (iterations < maximumIterations && Number.isFinite(point.value)) {
    const best = boundedStep(point, LONGEST_STEP, bound)
    if (best.gain <= Math.max(LEAST_GAIN, RELATIVE_GAIN * Math.abs(point.value))) {
      converged = true
      break
    }
    iterations++
    const chosen = radius < LONGEST_STEP ? boundedStep(point, radius, bound) : best
    const toEdge = chosen.gain < edgeGain / 10 ? stepToEdge(point, chosen, bound) : null
    if (toEdge) {
      const edge = tryStep(toEdge)
      if (edge.value > point.value) {
        point = edge
        continue
      }
      edgeGain = chosen.gain
    }
    const part = Math.min(1, reach(point.logs, chosen.step, bound))
    const step = chosen.step.map((s) => s * part)
    const length = Math.hypot(...step)
    const { slope, curvature, gain } = alongStep(point.gradient, point.information, step)
    const next = tryStep(step)
    const rise = next.value - point.value
    if (!(rise > 0.5 * gain)) radius = length * (Number.isFinite(rise) ? cubicPart(slope, curvature, rise) : 0.25)
    else if (rise > 0.75 * gain && length > 0.9 * radius) radius = Math.min(LONGEST_STEP, 2 * radius)
    if (rise > 0) point = next
    else {
      // No better point: at the precision of the numbers themselves, or the radius was too long.
      converged = best.gain < ROUNDING * Math.max(1, Math.abs(point.value))
      if (converged || radius < LEAST_RADIUS) break
    }
  }

  return {
    parameters: point.parameters,
    value: point.value,
    converged,
    iterations,
    evaluations,
    gradientNorm: point.gradient.reduce((max, g, i) => (atBound(point.logs[i]!, bound) && g * point.logs[i]! >= 0 ? max : Math.max(max, Math.abs(g))), 0),
    atBound: Array.from(point.logs, (log) => atBound(log, bound)),
    information: point.information,
  }
}

/**
 * Maximises a function of positive parameters by Newton's method in their logarithms, with exact derivatives, within a trust region and
 * bounds (Nocedal & Wright 2006, ch. 4); a run to an edge where parameters no longer matter is taken in one stride. From several starts the best
 * optimum wins. `starts` and the bound are relative to `scale`. Never throws on numbers: `converged` is false where it did not get there. RangeError without a start.
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
