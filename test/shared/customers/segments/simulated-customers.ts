import type { PurchaseSummary } from '../../../../shared/customers/sales-ledger.ts'
import { seededRandom } from '../../../../shared/random.ts'

const WEEK = 7

/**
 * Customers who behave as MBG/NBD and Gamma-Gamma say (r .6, alpha 8, a .8, b 2.5 in weeks; p 6, q 4, gamma 15), first seen over the whole of two
 * years, with what each of them really went on to spend in the year after.
 */
export function simulateCustomers(customers: number, seed: number): { readonly summary: PurchaseSummary; readonly laterCents: Float64Array } {
  const random = seededRandom(seed)
  const until = 104 * WEEK
  const end = until + 52 * WEEK
  const firstDay = new Int32Array(customers)
  const lastDay = new Int32Array(customers)
  const purchaseCount = new Int32Array(customers)
  const cents = new Float64Array(customers)
  const laterCents = new Float64Array(customers)
  for (let row = 0; row < customers; row++) {
    const rate = random.gamma(0.6) / 8
    const leaves = random.beta(0.8, 2.5)
    const nu = random.gamma(4) / 15
    let day = Math.floor(random.uniform() * until)
    firstDay[row] = day
    lastDay[row] = -1
    do {
      const value = Math.max(1, Math.round((random.gamma(6) / nu) * 100))
      if (day > until) laterCents[row]! += value
      else {
        if (Math.floor(day) !== lastDay[row]) purchaseCount[row]!++
        lastDay[row] = Math.floor(day)
        cents[row]! += value
      }
      day += (-Math.log(1 - random.uniform()) / rate) * WEEK
    } while (random.uniform() >= leaves && day <= end)
  }
  return {
    summary: { customerIds: Int32Array.from({ length: customers }, (_, row) => row + 1), purchaseCount, firstDay, lastDay, netCents: cents, purchaseCents: cents, observedUntilDay: until },
    laterCents,
  }
}
