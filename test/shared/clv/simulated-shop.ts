import type { TransactionParameters } from '../../../shared/clv/transactions/beta-geometric.ts'
import type { SpendParameters } from '../../../shared/clv/spend/gamma-gamma.ts'
import type { PurchaseSummary } from '../../../shared/customers/sales-ledger.ts'
import { seededRandom } from '../../../shared/random.ts'

export type SimulatedShop = {
  readonly summary: PurchaseSummary
  /** What the customers really went on to buy in the weeks after the data end, in cents, undiscounted. */
  readonly laterCents: number
}

/**
 * Customers who behave as MBG/NBD and Gamma-Gamma say, with known parameters (weeks, whole units of money): first purchases spread over the first
 * half of `weeks`, watched until the end of `weeks` and then for `laterWeeks` more.
 */
export function simulateShop(
  customers: number, transaction: TransactionParameters, spend: SpendParameters, { weeks, laterWeeks, seed }: { weeks: number, laterWeeks: number, seed: number },
): SimulatedShop {
  const random = seededRandom(seed)
  const until = weeks * 7
  const purchaseCount = new Int32Array(customers)
  const firstDay = new Int32Array(customers)
  const lastDay = new Int32Array(customers)
  const cents = new Float64Array(customers)
  let laterCents = 0
  for (let i = 0; i < customers; i++) {
    const rate = random.gamma(transaction.r) / transaction.alpha
    const leaves = random.beta(transaction.a, transaction.b)
    const nu = random.gamma(spend.q) / spend.gamma
    const order = () => Math.max(1, Math.round((random.gamma(spend.p) / nu) * 100))
    const first = Math.floor(random.uniform() * until * 0.5)
    let day = first
    firstDay[i] = first
    lastDay[i] = first
    purchaseCount[i] = 1
    cents[i] = order()
    while (random.uniform() >= leaves) {
      day += (-Math.log(1 - random.uniform()) / rate) * 7
      if (day > until + laterWeeks * 7) break
      const value = order()
      if (day > until) laterCents += value
      else {
        cents[i]! += value
        if (Math.floor(day) !== lastDay[i]) purchaseCount[i]!++
        lastDay[i] = Math.floor(day)
      }
    }
  }
  return {
    summary: { customerIds: Int32Array.from({ length: customers }, (_, i) => i + 1), purchaseCount, firstDay, lastDay, netCents: cents, purchaseCents: cents, observedUntilDay: until },
    laterCents,
  }
}
