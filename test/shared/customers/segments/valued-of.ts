import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import type { ValuedCustomers } from '../../../../shared/clv/valued-customers.ts'

/** The end of the data of `valuedOf`. */
export const UNTIL_DAY = 20_000

/** A customer of a worked example; days ago count from the end of the data. */
export type Example = { readonly id?: number; readonly purchases?: number; readonly daysAgo?: number; readonly firstDaysAgo?: number; readonly cents: number }

/** Few customers, written out, valued as revenue unless a margin is given; too few for an estimate. */
export function valuedOf(customers: readonly Example[], contributionMarginRate: number | null = null): ValuedCustomers {
  const purchaseCount = Int32Array.from(customers, ({ purchases = 1 }) => purchases)
  const netCents = Float64Array.from(customers, ({ cents }) => cents)
  const day = (daysAgo: number, row: number) => (purchaseCount[row]! > 0 ? UNTIL_DAY - daysAgo : -1)
  return valueCustomers({
    summary: {
      customerIds: Int32Array.from(customers, ({ id }, row) => id ?? row + 1),
      purchaseCount,
      firstDay: Int32Array.from(customers, ({ daysAgo = 50, firstDaysAgo = daysAgo }, row) => day(firstDaysAgo, row)),
      lastDay: Int32Array.from(customers, ({ daysAgo = 50 }, row) => day(daysAgo, row)),
      netCents,
      purchaseCents: netCents.map((cents, row) => (purchaseCount[row]! > 0 ? cents : 0)),
      observedUntilDay: UNTIL_DAY,
    },
    settings: { contributionMarginRate, annualDiscountRate: 0.1, horizonMonths: 12 },
  })
}
