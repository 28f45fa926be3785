import { purchasePatterns, type PurchasePatterns } from '../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import type { ParetoParameters } from '../../../../shared/clv/transactions/pareto-nbd.ts'
import { seededRandom } from '../../../../shared/random.ts'

/** Customers who behave as Pareto/NBD says, in weeks, seen by the day: first purchases spread over the first half of `weeks`, watched until their end. */
export function simulateParetoShop(customers: number, { r, alpha, s, beta }: ParetoParameters, weeks: number, seed: number): PurchasePatterns {
  const random = seededRandom(seed)
  const until = weeks * 7
  const purchaseCount = new Int32Array(customers).fill(1)
  const firstDay = new Int32Array(customers)
  const lastDay = new Int32Array(customers)
  for (let i = 0; i < customers; i++) {
    const perDay = random.gamma(r) / (alpha * 7)
    const leavesPerDay = random.gamma(s) / (beta * 7)
    firstDay[i] = lastDay[i] = Math.floor(random.uniform() * until * 0.5)
    const stays = firstDay[i]! - Math.log(1 - random.uniform()) / leavesPerDay
    let day = firstDay[i]!
    for (;;) {
      day += -Math.log(1 - random.uniform()) / perDay
      if (day > Math.min(stays, until)) break
      // Purchases of one day are one.
      if (Math.floor(day) > lastDay[i]!) purchaseCount[i]!++
      lastDay[i] = Math.floor(day)
    }
  }
  return purchasePatterns({ purchaseCount, firstDay, lastDay, observedUntilDay: until }, 7)
}

/** Starts far from any shop: relative to the time observed in the second and fourth place. */
export const WILD_STARTS = [[0.05, 0.05, 0.05, 0.05], [5, 5, 5, 5], [0.05, 5, 0.05, 5], [3, 0.05, 3, 0.05]] as const
