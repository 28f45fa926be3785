import type { Random } from '../../random.ts'
import { assertNever } from '../../result.ts'
import type { SpendParameters } from '../spend/gamma-gamma.ts'
import type { PurchaseHistory } from '../transactions/beta-geometric.ts'
import type { FittedTransactions } from '../transactions/fitted-transactions.ts'
import { drawAlive } from '../transactions/regular-buying.ts'

export type FutureInput = {
  readonly fitted: FittedTransactions
  readonly spend: SpendParameters
  /** In weeks, on the clock of `fitted`. */
  readonly history: PurchaseHistory
  /** All purchases together, in the unit of money of the spend parameters. */
  readonly total: number
  /** Under `fitted`; 1 where it knows no leaving. */
  readonly probabilityAlive: number
  readonly horizonWeeks: number
  /** Continuous, per week. */
  readonly discountRate: number
  /** What every draw is multiplied by: the forecast that is shown over that of `fitted` and Gamma-Gamma. */
  readonly scale: number
}

/** Who is still a customer: how often the clock ticks, how many ticks a purchase takes and are behind, the chance to leave after each, and how long they stay. */
type Buyer = { readonly rate: number; readonly k: number; readonly phase: number; readonly leaves: number; readonly weeks: number }

/** From so many expected purchases on, their number is drawn at once. */
const MANY = 40

type Purchases = {
  /** Sum over purchases of what one euro then is worth today, and of its square. */
  weights: number
  squares: number
}

/** A draw from what is known of a customer who is still one. */
function drawBuyer({ fitted, history, horizonWeeks }: FutureInput, random: Random): Buyer {
  const { repeatPurchaseCount: x, observed } = history
  const steady = { k: 1, phase: 0, leaves: 0, weeks: horizonWeeks }
  switch (fitted.model) {
    case 'mbg-nbd': {
      const { r, alpha, a, b } = fitted.parameters
      return { ...steady, rate: random.gamma(r + x) / (alpha + observed), leaves: random.beta(a, b + x + 1) }
    }
    case 'mbg-cnbd-k': return { ...steady, k: fitted.parameters.k, ...drawAlive(fitted.parameters, history, random) }
    case 'pareto-nbd': {
      const { r, alpha, s, beta } = fitted.parameters
      const rate = random.gamma(r + x) / (alpha + observed)
      const leavesPerWeek = random.gamma(s) / (beta + observed)
      return { ...steady, rate, weeks: Math.min(horizonWeeks, -Math.log(1 - random.uniform()) / leavesPerWeek) }
    }
    case 'nbd': return { ...steady, rate: random.gamma(fitted.parameters.r + x) / (fitted.parameters.alpha + observed) }
    case 'established-nbd': return { ...steady, rate: random.gamma(fitted.parameters.r + x + 1) / (fitted.parameters.alpha + fitted.window) }
    default: return assertNever(fitted)
  }
}

/** One purchase after the other, each perhaps the last. */
function stepByStep({ rate, k, phase, leaves, weeks }: Buyer, discountRate: number, random: Random): Purchases {
  let week = 0
  let weights = 0
  let squares = 0
  for (let behind = phase; ; behind = 0) {
    for (let tick = behind; tick < k; tick++) week -= Math.log(1 - random.uniform()) / rate
    if (!(week <= weeks)) break
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
 * The same for a frequent buyer: the number is the lesser of a Poisson number (normal, at this size; k ticks a purchase make it k times less uncertain) and the
 * geometric number after which the customer leaves; purchases before the last known moment lie evenly, and count for their mean worth.
 */
function atOnce({ rate, k, leaves, weeks }: Buyer, discountRate: number, random: Random): Purchases {
  const mean = (rate * weeks) / k
  const offered = Math.max(0, Math.round(mean + Math.sqrt(mean / k) * random.normal()))
  const last = 1 + Math.floor(Math.log(1 - random.uniform()) / Math.log1p(-leaves))
  if (!(last <= offered)) {
    return { weights: offered * meanWorth(discountRate, weeks), squares: offered * meanWorth(2 * discountRate, weeks) }
  }
  const week = weeks * random.beta(last, offered + 1 - last)
  const worth = Math.exp(-discountRate * week)
  return { weights: (last - 1) * meanWorth(discountRate, week) + worth, squares: (last - 1) * meanWorth(2 * discountRate, week) + worth * worth }
}

/**
 * Draws of the discounted revenue of one customer over the horizon from the posterior predictive of a model of buying and Gamma-Gamma. Still a customer
 * with P(alive) (stratified over the draws: the others are zero); then, of MBG/NBD, lambda ~ Gamma(r+x, alpha+T) and p ~ Beta(a, b+x+1), which are independent
 * because being alive has likelihood (1-p)^(x+1) lambda^x e^(-lambda T) (the other models likewise, see theirs); purchases at rate lambda, each
 * followed by leaving with chance p; the customer's order values Gamma(p, nu) with nu ~ Gamma(q + p n, gamma + total) (Fader & Hardie 2013).
 * Sums of discounted orders are drawn at once as a gamma with their exact mean and variance. Fills `out`; its mean tends to
 * scale x P(alive) x discounted expected purchases x expected order value. Example: with probabilityAlive 0 every draw is 0.
 */
export function simulateFutureRevenue(input: FutureInput, random: Random, out: Float64Array): void {
  const { spend, history, total, discountRate, scale } = input
  const purchaseCount = history.repeatPurchaseCount + 1
  const alive = Math.min(out.length, Math.floor(input.probabilityAlive * out.length + random.uniform()))
  out.fill(0)
  for (let draw = 0; draw < alive; draw++) {
    const buyer = drawBuyer(input, random)
    const { weights, squares } = ((buyer.rate * buyer.weeks) / buyer.k > MANY ? atOnce : stepByStep)(buyer, discountRate, random)
    if (weights === 0) continue
    const perOrder = (scale * (spend.gamma + total)) / random.gamma(spend.q + spend.p * purchaseCount)
    const orders = (weights * weights) / squares
    out[draw] = (random.gamma(spend.p * orders) * perOrder * weights) / orders
  }
}
