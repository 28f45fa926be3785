import type { PurchaseSummary } from '../../../shared/customers/sales-ledger.ts'

/** A summary from readable rows; the money all comes from purchases. */
export function shopOf(rows: readonly (readonly [count: number, first: number, last: number, cents: number])[], observedUntilDay: number): PurchaseSummary {
  const cents = Float64Array.from(rows, ([, , , own]) => own)
  return {
    customerIds: Int32Array.from(rows, (_, row) => row + 1), purchaseCount: Int32Array.from(rows, ([count]) => count),
    firstDay: Int32Array.from(rows, ([, first]) => first), lastDay: Int32Array.from(rows, ([, , last]) => last),
    netCents: cents, purchaseCents: cents, observedUntilDay,
  }
}

/** Still buying; gone after two purchases; gone after one. Its lifespan is 600 days (test/shared/clv/formulas/basic-formula.test.ts). */
export const threeCustomers = shopOf([[10, 0, 900, 50_000], [2, 0, 100, 6_000], [1, 0, 0, 4_000]], 900)
