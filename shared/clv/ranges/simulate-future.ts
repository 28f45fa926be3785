import type { Random } from '../../random.ts'
import type { TransactionParameters } from '../transactions/beta-geometric.ts'
import type { SpendParameters } from '../spend/gamma-gamma.ts'

export type FutureInput = {
  readonly parameters: TransactionParameters
  readonly spend: SpendParameters
  readonly purchaseCount: number
  /** Weeks from the first purchase to the end of the data. */
  readonly observed: number
  /** All purchases together, in the unit of money of the spend parameters. */
  readonly total: number
  readonly probabilityAlive: number
  readonly horizonWeeks: number
  /** Continuous, per week. */
  readonly discountRate: number
}

/** From so many expected purchases on, their number is drawn at once. */
const MANY = 40

type Purchases = {
  /** Sum over purchases of what one euro then is worth today, and of its square. */
  weights: number
  squares: number
}

/** One purchase after the other, each perhaps the last. */
function stepByStep(rate: number, leaves: number, { horizonWeeks, discountRate }: FutureInput, random: Random): Purchases {
  let week = 0
  let weights = 0
  let squares = 0
  while (true) {
    week -= Math.log(1 - random.uniform()) / rate
    if (!(week <= horizonWeeks)) break
    const worth = Math.exp(-discountRate * week)
    weights += worth
    squares += worth * worth
    if (random.uniform() < leaves) break
  }
  return { weights, squares }
}

/** Mean of e^(-rate t) for t uniform on (0, length). */
function meanWorth(rate: number, length: number): number {
  const exponent = rate * length
  return exponent < 1e-9 ? 1 : -Math.expm1(-exponent) / exponent
}

/**
 * The same for a frequent buyer: the number is the lesser of a Poisson number (normal, at this size) and the geometric number after which the customer
 * leaves; purchases before the last known moment lie evenly, and count for their mean worth.
 */
function atOnce(rate: number, leaves: number, { horizonWeeks, discountRate }: FutureInput, random: Random): Purchases {
  const mean = rate * horizonWeeks
  const offered = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()))
  const last = 1 + Math.floor(Math.log(1 - random.uniform()) / Math.log1p(-leaves))
  if (!(last <= offered)) {
    return { weights: offered * meanWorth(discountRate, horizonWeeks), squares: offered * meanWorth(2 * discountRate, horizonWeeks) }
  }
  const week = horizonWeeks * random.beta(last, offered + 1 - last)
  const worth = Math.exp(-discountRate * week)
  return { weights: (last - 1) * meanWorth(discountRate, week) + worth, squares: (last - 1) * meanWorth(2 * discountRate, week) + worth * worth }
}

/**
 * Draws of the discounted revenue of one customer over the horizon from the posterior predictive of MBG/NBD and Gamma-Gamma. Still a customer
 * with P(alive) (stratified over the draws: the others are zero); then lambda ~ Gamma(r+x, alpha+T) and p ~ Beta(a, b+x+1), which are independent
 * because being alive has likelihood (1-p)^(x+1) lambda^x e^(-lambda T); purchases at rate lambda, each followed by leaving
 * with chance p; the customer's order values Gamma(p, nu) with nu ~ Gamma(q + p n, gamma + total) (Fader & Hardie 2013).
 * Sums of discounted orders are drawn at once as a gamma with their exact mean and variance. Fills `out`; its mean tends to
 * P(alive) x discounted expected purchases x expected order value. Example: with probabilityAlive 0 every draw is 0.
 */
export function simulateFutureRevenue(input: FutureInput, random: Random, out: Float64Array): void {
  const { parameters: { r, alpha, a, b }, spend, purchaseCount, observed, total } = input
  const x = purchaseCount - 1
  const alive = Math.min(out.length, Math.floor(input.probabilityAlive * out.length + random.uniform()))
  out.fill(0)
  for (let draw = 0; draw < alive; draw++) {
    const rate = random.gamma(r + x) / (alpha + observed)
    const leaves = random.beta(a, b + x + 1)
    const { weights, squares } = (rate * input.horizonWeeks > MANY ? atOnce : stepByStep)(rate, leaves, input, random)
    if (weights === 0) continue
    const scale = (spend.gamma + total) / random.gamma(spend.q + spend.p * purchaseCount)
    const orders = (weights * weights) / squares
    out[draw] = (random.gamma(spend.p * orders) * scale * weights) / orders
  }
}
