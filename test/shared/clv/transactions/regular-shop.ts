import type { TransactionVariant } from '../../../../shared/clv/transactions/beta-geometric.ts'
import type { PurchasePatterns } from '../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import type { AliveState, RegularParameters } from '../../../../shared/clv/transactions/regular-buying.ts'
import { seededRandom, type Random } from '../../../../shared/random.ts'

export type RegularShop = {
  readonly patterns: PurchasePatterns
  readonly logIntervals: number
  /** Per customer: 1 who is still one at the end of the data. */
  readonly alive: Uint8Array
  /** Per customer: purchases in the weeks after the data end. */
  readonly later: Int32Array
}

function ticksTo(count: number, rate: number, random: Random): number {
  let time = 0
  for (let tick = 0; tick < count; tick++) time -= Math.log(1 - random.uniform()) / rate
  return time
}

/** The purchase times ahead of a customer in a known state, until leaving or the horizon: tick by tick, with no formula of the model in it. */
export function purchasesAhead({ phase, rate, leaves }: AliveState, k: number, horizon: number, random: Random): number[] {
  const times: number[] = []
  for (let time = ticksTo(k - phase, rate, random); time <= horizon; time += ticksTo(k, rate, random)) {
    times.push(time)
    if (random.uniform() < leaves) break
  }
  return times
}

/**
 * Customers who behave as (M)BG/CNBD-k says, in continuous weeks: first purchases spread over the first half of `weeks`, watched until the end of
 * `weeks` and then for `laterWeeks` more. One row per customer.
 */
export function simulateRegularShop(
  customers: number, parameters: RegularParameters, { weeks, laterWeeks, seed }: { weeks: number, laterWeeks: number, seed: number }, variant: TransactionVariant = 'mbg-nbd',
): RegularShop {
  const random = seededRandom(seed)
  const { k, r, alpha, a, b } = parameters
  const repeatPurchaseCount = new Int32Array(customers)
  const activeSpan = new Float64Array(customers)
  const observed = new Float64Array(customers)
  const alive = new Uint8Array(customers)
  const later = new Int32Array(customers)
  let logIntervals = 0
  for (let i = 0; i < customers; i++) {
    const rate = random.gamma(r) / alpha
    const leaves = random.beta(a, b)
    const until = weeks - random.uniform() * weeks * 0.5
    observed[i] = until
    alive[i] = 1
    let time = 0
    let gone = variant === 'mbg-nbd' && random.uniform() < leaves
    while (!gone) {
      const interval = ticksTo(k, rate, random)
      time += interval
      if (time > until + laterWeeks) break
      gone = random.uniform() < leaves
      if (time > until) later[i]!++
      else {
        repeatPurchaseCount[i]!++
        activeSpan[i] = time
        logIntervals += Math.log(interval)
      }
    }
    if (gone && time <= until) alive[i] = 0
  }
  return { patterns: { repeatPurchaseCount, activeSpan, observed, weight: new Float64Array(customers).fill(1) }, logIntervals, alive, later }
}
