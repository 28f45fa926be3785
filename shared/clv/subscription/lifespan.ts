import type { RenewalTable } from './tenures.ts'

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

/**
 * Churn per month if it were the same for everybody and always, 0 to 1: who left, over all months subscribers lived through (occurrence/exposure: Lawless 2003,
 * ch. 4), so that running subscriptions count for the months they have had. It is what F3 divides by. `null` where no month is over yet.
 * Example: 1 who left after 1 month, 1 after 2, and 1 still there after 2: 2 / 5 = .4.
 */
export function constantChurn({ stayed, left }: RenewalTable): number | null {
  const months = sum(stayed) + sum(left)
  return months > 0 ? sum(left) / months : null
}

/**
 * Average lifespan of a subscription in months for F7, from start and end dates with those that still run: one over the constant churn. `null` where
 * nobody has left yet, because then there is no telling; the horizon has to stand in for it (F3: no infinity).
 * Example: the churn of .4 above is a lifespan of 2.5 months.
 */
export function averageLifespanMonths(table: RenewalTable): number | null {
  const churn = constantChurn(table)
  return churn === null || churn === 0 ? null : 1 / churn
}
