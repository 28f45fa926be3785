import type { CustomerDetail } from '../../contract/customers.ts'
import { purchasesPerYear } from '../formulas/basic-formula.ts'
import type { ValuedCustomers } from '../valued-customers.ts'

/**
 * What the formulas were fed for one customer, to show them with the customer's own figures. Without a purchase: counts and days 0, rates `null`.
 * Example: purchases on day 0 and 365 of a history that ends on day 730: active 365 days, observed 730 days.
 */
export function formulaInputs(valued: ValuedCustomers, row: number): CustomerDetail['inputs'] {
  const { settings, estimates } = valued
  const purchaseCount = valued.purchaseCount[row]!
  const purchased = purchaseCount > 0
  const observedDays = purchased ? valued.observedUntilDay - valued.firstDay[row]! : 0
  return {
    purchaseCount,
    repeatPurchaseCount: Math.max(0, purchaseCount - 1),
    activeSpanDays: purchased ? valued.lastDay[row]! - valued.firstDay[row]! : 0,
    observedDays,
    averageOrderValueCents: valued.averageOrderValueCents[row]!,
    purchasesPerYear: purchased ? purchasesPerYear(purchaseCount, observedDays) : null,
    lifespanYears: valued.lifespanYears,
    marginRate: settings.contributionMarginRate,
    annualDiscountRate: settings.annualDiscountRate,
    horizonMonths: settings.horizonMonths,
    discountedExpectedPurchases: purchased && estimates ? estimates.discountedExpectedPurchases[row]! : null,
  }
}
