import { gaussLegendre } from '../numerics/gauss-legendre.ts'

/** Purchase rate (c) and chance to stay away after a purchase (k) as multiples of what they would be. */
export type Pace = { readonly rateMultiplier: number; readonly dropoutMultiplier: number }

/** How buying and leaving change: in the window, in the dip after it, and in the rest of the horizon. */
export type TimeChange = readonly [Pace, Pace, Pace]

export const usual: Pace = { rateMultiplier: 1, dropoutMultiplier: 1 }
export const unchanged: TimeChange = [usual, usual, usual]

/** Window, dip and the rest of the horizon, in weeks from today; parts beyond the horizon are empty. */
export type Timeline = {
  readonly windowEnd: number
  readonly dipEnd: number
  readonly horizon: number
  readonly weeklyDiscountRate: number
  /** Per part: the points in time and the weight of each, discounting included. */
  readonly parts: readonly [TimelinePart, TimelinePart, TimelinePart]
}
type TimelinePart = { readonly start: number; readonly times: Float64Array; readonly weights: Float64Array }

const NODES = [gaussLegendre(20), gaussLegendre(12), gaussLegendre(28)] as const

/**
 * The points at which a horizon is integrated: Gauss-Legendre per part, in log(1 + time / scale) where purchase rates are
 * smooth; `scale` is alpha. Times in weeks, the rate continuous per week.
 */
export function timeline(scale: number, windowWeeks: number, dipWeeks: number, horizon: number, weeklyDiscountRate: number): Timeline {
  const windowEnd = Math.min(windowWeeks, horizon)
  const dipEnd = Math.min(windowWeeks + dipWeeks, horizon)
  const ends = [0, windowEnd, dipEnd, horizon] as const
  const part = (index: 0 | 1 | 2): TimelinePart => {
    const start = ends[index]
    const { nodes, weights } = NODES[index]
    const length = Math.log1p((ends[index + 1]! - start) / (scale + start))
    if (length <= 0) return { start, times: new Float64Array(), weights: new Float64Array() }
    const times = nodes.map((node) => start + (scale + start) * Math.expm1(length * node))
    return { start, times, weights: weights.map((weight, k) => weight * length * (scale + times[k]!) * Math.exp(-weeklyDiscountRate * times[k]!)) }
  }
  return { windowEnd, dipEnd, horizon, weeklyDiscountRate, parts: [part(0), part(1), part(2)] }
}

/** Exposure at a moment: the integral of c k from today. Example: c 2, k .5, 4 weeks into the window: 4. */
export function exposureAt({ windowEnd, dipEnd }: Timeline, change: TimeChange, time: number): number {
  const weeks = [Math.min(time, windowEnd), Math.max(0, Math.min(time, dipEnd) - windowEnd), Math.max(0, time - dipEnd)] as const
  return weeks[0] * speed(change[0]) + weeks[1] * speed(change[1]) + weeks[2] * speed(change[2])
}

function speed({ rateMultiplier, dropoutMultiplier }: Pace): number {
  return rateMultiplier * dropoutMultiplier
}

/** Present value of a flow over the window, and over the whole horizon. */
export type Flow = { readonly inWindow: number; readonly total: number }

/**
 * Integral of e^(-delta u) c(u) R(D(u)) du, where R is what is bought a week at an exposure and D(u) the integral of k c: the buy-till-you-die
 * equations under a change of clock. Given the buying rate lambda and the chance p to leave after a purchase, the chance of still being
 * there at u is e^(-k p lambda C(u)) with C the integral of c; averaged over the posterior of lambda and p this is m(u) = c(u) (r+x)/(alpha+T)
 * 2F1(r+x+1, a; a+b+x+1; -D(u)/(alpha+T)). More purchases burn survival: buying more never raises value one for one.
 */
export function flowUnder(line: Timeline, change: TimeChange, perWeek: (exposure: number) => number): Flow {
  let inWindow = 0
  let total = 0
  for (let index = 0; index < line.parts.length; index++) {
    const { start, times, weights } = line.parts[index]!
    const pace = change[index]!
    const before = exposureAt(line, change, start)
    const perTime = speed(pace)
    let sum = 0
    for (let k = 0; k < times.length; k++) sum += weights[k]! * perWeek(before + perTime * (times[k]! - start))
    total += pace.rateMultiplier * sum
    if (index === 0) inWindow = total
  }
  return { inWindow, total }
}
