import { expect, test } from 'vitest'
import { chooseForecast } from '../../../../shared/clv/choosing/choose-forecast.ts'
import { forecastInputs } from '../../../../shared/clv/forecast-inputs.ts'
import { weeksOfMonths } from '../../../../shared/clv/present-value.ts'
import { futureInput } from '../../../../shared/clv/ranges/predictive-range.ts'
import { simulateFutureRevenue } from '../../../../shared/clv/ranges/simulate-future.ts'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { netRefunds } from '../../../../shared/customers/net-refunds.ts'
import { summarizePurchases } from '../../../../shared/customers/summarize-purchases.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { simulateLedger } from '../simulated-ledger.ts'

const SHOPS = 200
const CUSTOMERS = 400
const CUSTOMERS_LOOKED_AT = 20
const LATER_DAYS = 182
const UNTIL = 10_728
const settings = { contributionMarginRate: null, annualDiscountRate: 0, horizonMonths: LATER_DAYS / (7 * weeksOfMonths(1)) }

/** A shop as the app values it, the choice of the forecast included, with what its customers then really spent. */
function valuedShop(seed: number) {
  const { ledger, laterCents } = simulateLedger({
    customers: CUSTOMERS, transaction: { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, spend: { p: 6, q: 4, gamma: 15 }, newDays: 364, days: UNTIL - 10_000, laterDays: LATER_DAYS, seed,
  })
  const netted = netRefunds(ledger, UNTIL)
  const summary = summarizePurchases(ledger, netted, UNTIL)
  const inputs = forecastInputs(ledger, netted, summary, chooseForecast(ledger, UNTIL), LATER_DAYS / 7)
  return { valued: valueCustomers({ summary, settings, inputs }), laterCents }
}

/** Where a value lies among draws, 0 to 1; among equal ones at random (the randomised probability integral transform; Czado, Gneiting & Held 2009). */
function placeAmong(draws: Float64Array, value: number, uniform: number): number {
  let below = 0
  let equal = 0
  for (const draw of draws) {
    if (draw < value) below++
    else if (draw === value) equal++
  }
  return (below + uniform * equal) / draws.length
}

test('P10 to P90 of the total, and of single customers, cover what 200 simulated shops then really sold in 75 to 85% of cases', () => {
  const random = seededRandom(11)
  const draws = new Float64Array(400)
  let totals = 0
  let customers = 0
  for (let seed = 1; seed <= SHOPS; seed++) {
    const { valued, laterCents } = valuedShop(seed)
    const total = laterCents.reduce((sum, cents) => sum + cents, 0)
    if (total >= valued.residualTotal!.p10 && total <= valued.residualTotal!.p90) totals++
    for (let row = 0; row < CUSTOMERS_LOOKED_AT; row++) {
      simulateFutureRevenue(futureInput(valued, row)!, random, draws)
      // Most customers buy nothing: a range of whole cents holds that too often, so that equal values are placed at random.
      const place = placeAmong(draws.map((draw) => Math.round(draw * 100)), laterCents[row]!, random.uniform())
      if (place >= 0.1 && place <= 0.9) customers++
    }
  }
  const share = (inside: number, of: number) => inside / of
  expect(share(totals, SHOPS), 'totals').toBeGreaterThanOrEqual(0.75)
  expect(share(totals, SHOPS), 'totals').toBeLessThanOrEqual(0.85)
  expect(share(customers, SHOPS * CUSTOMERS_LOOKED_AT), 'customers').toBeGreaterThanOrEqual(0.75)
  expect(share(customers, SHOPS * CUSTOMERS_LOOKED_AT), 'customers').toBeLessThanOrEqual(0.85)
}, 300_000)
