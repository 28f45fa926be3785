import gammaln from '@stdlib/math-base-special-gammaln'
import { softplus } from '../../numerics/softplus.ts'

/** A customer alive in one phase: ticks until the end are negative binomial with this shape, chances to leave Beta(a, stay). */
export type PhaseState = { readonly k: number; readonly phase: number; readonly shape: number; readonly a: number; readonly stay: number }

const PRECISION = 1e-17
const LARGE = 1e250
const LOG_LARGE = Math.log(LARGE)
/** From so many ticks on, integrating over the chance to leave is the quicker way. */
const MANY_TICKS = 4000

/**
 * The sum over the number of ticks N of P(N) C(floor((N + phase) / k)), C(n) = sum over i < n of (stay)_i / (a + stay)_i: the purchases a customer makes
 * of n that fall due. Every term is positive; rescaled where it would overflow.
 */
function byTicks({ k, phase, shape, a, stay }: PhaseState, ratio: number): number {
  const share = ratio / (1 + ratio)
  let scale = -shape * Math.log1p(ratio)
  let term = 1
  let sum = 0
  let made = 0
  let stays = 1
  let purchases = 0
  let inPhase = phase
  for (let tick = 0; ; tick++) {
    if (inPhase === k) {
      inPhase = 0
      made += stays
      stays *= (stay + purchases) / (a + stay + purchases)
      purchases++
    }
    inPhase++
    sum += term * made
    const growth = ((shape + tick) * share) / (tick + 1)
    // What is to come is less than a geometric series of this growth (the purchases made grow ever more slowly), once past the peak; or nothing at all.
    if (made > 0 && growth < 1 && term * (made + 1) <= PRECISION * sum * (1 - growth)) break
    term *= growth
    if (term > LARGE) {
      term /= LARGE
      sum /= LARGE
      scale += LOG_LARGE
    }
  }
  return sum * Math.exp(scale)
}

/**
 * Expected purchases of somebody who leaves with chance p: (1 - E[(1-p)^n]) / p, n = floor((N + phase) / k). With rho = (1-p)^(1/k) and the k-th roots of unity w,
 * (1-p)^n is a sum over w of (rho w)^N, whose expectation is (1 + (1 - rho w) ratio)^-shape. `leaves` is p, `logStay` ln(1-p): both, as each is
 * exact where the other is not.
 */
function givenLeaving({ k, phase, shape }: PhaseState, ratio: number, leaves: number, logStay: number): number {
  const step = logStay / k
  let geometric = 0
  for (let i = 1; i < k; i++) geometric += Math.expm1(i * step)
  const smooth = (phase + 1 - k) * step + Math.log1p(geometric / k) - shape * Math.log1p(-Math.expm1(step) * ratio)
  let sum = -Math.expm1(smooth) / leaves
  const rho = Math.exp(step)
  for (let root = 1; root < k; root++) {
    const angle = (2 * Math.PI * root) / k
    const [real, imaginary] = [1 - rho * Math.cos(angle), -rho * Math.sin(angle)]
    const size = Math.exp((phase + 1) * step - logStay - Math.log(Math.hypot(real, imaginary)) - shape * Math.log(Math.hypot(1 + real * ratio, imaginary * ratio)))
    const turn = (phase + 1) * angle - Math.atan2(imaginary, real) - shape * Math.atan2(imaginary * ratio, 1 + real * ratio)
    sum -= (size * Math.cos(turn)) / k
  }
  return sum
}

/** As good as none, and still a number. */
const NEVER = 1e-200
const LOG_ROUNDING = Math.log(Number.EPSILON)

/**
 * The same as an integral over p ~ Beta(a, stay), by the trapezium rule in the logit of p, which converges exponentially fast (Trefethen & Weideman 2014).
 * Where the density has no peak at an end, the value there is taken out, so that what is left falls off on both sides.
 */
function byLeaving(state: PhaseState, ratio: number): number {
  const { k, phase, shape, a, stay } = state
  const atNever = a < 1 ? givenLeaving(state, ratio, NEVER, -NEVER) : 0
  let nothingDue = 0
  let chance = Math.exp(-shape * Math.log1p(ratio))
  for (let tick = 0; tick < k - phase; tick++) {
    nothingDue += chance
    chance *= ((shape + tick) * ratio) / ((tick + 1) * (1 + ratio))
  }
  const atOnce = stay < 1 ? 1 - nothingDue : 0
  // Closer to certain leaving, the rounding of the roots that cancel, (1-p)^(1/k - 1), is more than what the value still changes, 1-p.
  const certain = (LOG_ROUNDING * k) / (2 * k - 1)
  const logBeta = gammaln(a) + gammaln(stay) - gammaln(a + stay)
  const term = (y: number) => {
    const logLeaves = -softplus(-y)
    const logStay = -softplus(y)
    const leaves = Math.exp(logLeaves)
    const value = logStay < certain && stay < 1 ? atOnce : givenLeaving(state, ratio, Math.max(leaves, NEVER), Math.min(logStay, -NEVER))
    return Math.exp(a * logLeaves + stay * logStay - logBeta) * (value - atNever * Math.exp(logStay) - atOnce * leaves)
  }
  const [left, right] = [a < 1 ? a + 1 : a, stay < 1 ? stay + 1 : stay]
  const peak = Math.log(left / right)
  const width = Math.sqrt(1 / left + 1 / right)
  const step = Math.min(0.25, width / 1.6)
  let sum = term(peak)
  for (const direction of [1, -1]) {
    for (let n = 1; n < 100_000; n++) {
      const part = term(peak + direction * n * step)
      sum += part
      if (Math.abs(part) <= PRECISION * Math.abs(sum)) break
    }
  }
  return sum * step + (atNever * stay + atOnce * a) / (a + stay)
}

/** Tested against each other: the one that sums over ticks, and the one that integrates over the chance to leave. */
export const waysToSum = { byTicks, byLeaving } as const

/**
 * Expected purchases of a customer alive in a phase within `ratio` = u / (alpha + T) of time: purchase n is made if nk - phase ticks fall in it and the
 * customer stayed n - 1 times, so the sum over n of (stay)_(n-1) / (a+stay)_(n-1) I_(u/(alpha+T+u))(nk - phase, shape), I being the regularised
 * incomplete beta function. Where more than some thousand ticks count, as an integral over the chance to leave: the two agree to 1e-9. Own derivation; for
 * k 1 it is MBG/NBD, or BG/NBD. 0 for a ratio of 0 or less, NaN for one that is NaN; the state is not checked.
 * Example: k 1, shape 1, ratio 1, never leaving (a 1e-12, stay 1): 1.
 */
export function purchasesWithin(state: PhaseState, ratio: number): number {
  if (!(ratio > 0)) return Number.isNaN(ratio) ? ratio : 0
  const mean = state.shape * ratio
  const ticks = mean + 10 * Math.sqrt(mean * (1 + ratio)) + 40 * ratio
  return ticks < MANY_TICKS ? byTicks(state, ratio) : byLeaving(state, ratio)
}
