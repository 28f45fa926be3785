import * as fc from 'fast-check'
import type { CohortInput } from '../../../shared/cohorts/cohort-triangle.ts'
import { netRefunds } from '../../../shared/customers/net-refunds.ts'
import { summarizePurchases } from '../../../shared/customers/summarize-purchases.ts'
import { ledgerOf, type TestOrder } from '../customers/ledger-of.ts'

/** Orders as the calculations get them: sorted, netted up to the end of the data and summarized. */
export function shopOf(orders: readonly TestOrder[], contributionMarginRate: number | null = null, untilDay?: number): CohortInput & { readonly summary: ReturnType<typeof summarizePurchases> } {
  const ledger = ledgerOf(orders)
  const netted = netRefunds(ledger, untilDay)
  return { ledger, netted, summary: summarizePurchases(ledger, netted, untilDay), contributionMarginRate }
}

const FIRST_DAY = 19_700
/** Few customers over a year and a half with sales, free orders and money back, also before a first purchase. */
export const anyOrders: fc.Arbitrary<TestOrder[]> = fc.array(
  fc.record({
    customer: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 550 }),
    cents: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 90_000 }) }, { weight: 1, arbitrary: fc.integer({ min: -40_000, max: 0 }) }),
  }),
  { minLength: 1, maxLength: 60 },
)
export const anyUntil = fc.integer({ min: FIRST_DAY + 100, max: FIRST_DAY + 700 })
export const anyMargin = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
