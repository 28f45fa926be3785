import { DAYS_PER_WEEK } from '../../calendar.ts'
import type { RankParts } from '../../contract/customers.ts'
import { median } from '../../data-quality/robust-scale.ts'
import { historyOf, probabilityAliveUnder } from '../transactions/expected-purchases.ts'
import { seesLeaving } from '../transactions/fitted-transactions.ts'
import type { ShopForecast, ValuedCustomers } from '../valued-customers.ts'

/** What the expected value of a customer is the product of. */
export type Factors = { readonly often: number; readonly chance: number; readonly recently: number; readonly much: number; readonly margin: number }
const kinds = ['often', 'much', 'recently', 'chance', 'margin'] as const satisfies readonly (keyof Factors)[]

/** The chance of a customer who is as long away as their own pace, and no longer: what is left of P(alive) is for being recent or not. */
function chanceAtPace({ paceDays }: ValuedCustomers, { fitted, timed }: ShopForecast, row: number): number {
  const history = historyOf(timed, row)
  const activeSpan = history.repeatPurchaseCount === 0 ? 0 : Math.max(0, history.observed - paceDays[row]! / DAYS_PER_WEEK)
  return probabilityAliveUnder(fitted, { ...history, activeSpan })
}

function factorsOf(valued: ValuedCustomers, row: number): Factors | null {
  const { estimates, forecast, settings } = valued
  if (!estimates || !forecast || valued.purchaseCount[row] === 0) return null
  const purchases = estimates.discountedExpectedPurchases[row]!
  const common = { much: estimates.expectedOrderValueCents[row]!, margin: settings.contributionMarginRate ?? 1 }
  // A rule of thumb, or a model without leaving, has no chance in it.
  if (forecast.method.kind === 'rule' || !seesLeaving(forecast.fitted)) return { ...common, often: purchases, chance: 1, recently: 1 }
  const alive = estimates.probabilityAlive[row]!
  const chance = chanceAtPace(valued, forecast, row)
  return { ...common, often: purchases / alive, chance, recently: alive / chance }
}

/** Of at most so many customers the usual is taken. */
const SAMPLE = 5_000
const usualBefore = new WeakMap<ValuedCustomers, Factors | null>()

/** The customer who is usual (median) in every respect. */
function usualFactors(valued: ValuedCustomers): Factors | null {
  const before = usualBefore.get(valued)
  if (before !== undefined) return before
  const step = Math.max(1, Math.floor(valued.customerIds.length / SAMPLE))
  const all = Array.from(valued.customerIds.keys()).filter((row) => row % step === 0).map((row) => factorsOf(valued, row)).filter((factors) => factors !== null)
  const usual = all.length === 0 ? null : {
    often: median(all.map(({ often }) => often)), chance: median(all.map(({ chance }) => chance)), recently: median(all.map(({ recently }) => recently)),
    much: median(all.map(({ much }) => much)), margin: all[0]!.margin,
  }
  usualBefore.set(valued, usual)
  return usual
}

const product = ({ often, chance, recently, much, margin }: Factors) => often * chance * recently * much * margin

/** (x - y) / (ln x - ln y), the logarithmic mean; x itself where they are equal. */
function logarithmicMean(x: number, y: number): number {
  const difference = Math.log(x / y)
  return Math.abs(difference) < 1e-9 ? x : (x - y) / difference
}

/** Whole cents that add up to the whole: what rounding leaves goes to the largest part. */
function wholeParts(parts: readonly number[], whole: number): number[] {
  const rounded = parts.map((part) => Math.round(part) + 0)
  const largest = parts.reduce((most, part, i) => (Math.abs(part) > Math.abs(parts[most]!) ? i : most), 0)
  rounded[largest]! += whole - rounded.reduce((sum, part) => sum + part, 0)
  return rounded
}

/**
 * What each factor does to the difference of two values that are products of the same factors, in whole cents that add up exactly: ln(own / usual) times
 * the logarithmic mean of the two values, the logarithmic mean Divisia decomposition, exact and the same in any order (Ang 2004, additive LMDI-I).
 * `ownCents` is the own value as it is shown, in cents. `null` where a value is 0 or a factor not above 0.
 * Example: twice as often at 1.5 times the amount of a usual customer of 100.00: +200.00 = 126.19 (often) + 73.81 (much).
 */
export function partsOfDifference(own: Factors, usual: Factors, ownCents: number): RankParts | null {
  if (!(product(own) > 0) || !(product(usual) > 0)) return null
  const usualCents = Math.round(product(usual))
  const weight = logarithmicMean(product(own), product(usual))
  const parts = kinds.map((kind) => weight * Math.log(own[kind] / usual[kind]))
  if (!parts.every(Number.isFinite)) return null
  const cents = wholeParts(parts, ownCents - usualCents)
  return { ownCents, usualCents, parts: kinds.map((kind, i) => ({ kind, cents: cents[i]! })) }
}

/**
 * What sets the expected value of one customer apart from that of the usual one (median in every respect), in whole cents that add up exactly: how often they buy while
 * a customer, how much a time, how recently they were in measured by their own pace, the chance to be a customer still of someone who buys as they
 * do, and margin. Of a forecast that knows no leaving the chance and how recently are no part. `null` where no value is expected.
 * Example: see `partsOfDifference`.
 */
export function rankParts(valued: ValuedCustomers, row: number): RankParts | null {
  const own = factorsOf(valued, row)
  const usual = usualFactors(valued)
  return own && usual && partsOfDifference(own, usual, valued.estimates?.residualClvCents[row] ?? 0)
}
