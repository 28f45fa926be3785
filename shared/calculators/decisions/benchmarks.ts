import type { Figure } from '../figure.ts'
import { check } from '../inputs.ts'
import type { Payback } from './payback-on-margin.ts'

/** What kind of business it is: decides which benchmark fits. */
export const businessTypes = ['shop', 'web-shop', 'salon', 'cafe', 'b2b-service', 'subscription', 'saas'] as const
export type BusinessType = (typeof businessTypes)[number]

/** Both ends are in the band. */
export type Band = { readonly from: number; readonly to: number }
/** CLV over acquisition cost, and months until it is earned back; `null` where no benchmark is known. */
export type Benchmarks = { readonly ratio: Band | null; readonly paybackMonths: Band | null }

const RETAIL = { from: 2, to: 3 }
const MONTHS_TO_EARN_BACK = { from: 12, to: 18 }
const NONE: Benchmarks = { ratio: null, paybackMonths: null }

/** Rules of thumb to begin with, to be edited (C28): SaaS 3-5 (B1), retail 2-3 (B2), subscriptions 12-18 months (B3), B2B services 5-10 (B4). */
export const defaultBenchmarks: Readonly<Record<BusinessType, Benchmarks>> = {
  shop: { ...NONE, ratio: RETAIL },
  'web-shop': { ...NONE, ratio: RETAIL },
  salon: NONE,
  cafe: NONE,
  'b2b-service': { ...NONE, ratio: { from: 5, to: 10 } },
  subscription: { ...NONE, paybackMonths: MONTHS_TO_EARN_BACK },
  saas: { ratio: { from: 3, to: 5 }, paybackMonths: MONTHS_TO_EARN_BACK },
}

function checkBand({ from, to }: Band): void {
  check('zero or more', { from, to })
  if (from > to) throw new RangeError(`from must be at most to, not ${from} with ${to}`)
}

/**
 * Where a ratio lies against a band. RangeError for a ratio that is no number, or a band that ends before it begins.
 * Example: against 3 to 5, 2.9 is below, 3 and 5 are in, 5.1 is above.
 */
export function positionInBand(ratio: number, band: Band): 'below' | 'in' | 'above' {
  check('a number', { ratio })
  checkBand(band)
  if (ratio < band.from) return 'below'
  return ratio > band.to ? 'above' : 'in'
}

/**
 * Where a payback lies against a band (B3): up to its begin better, up to its end in band, longer, or not within the months looked at, a warning. Errors as
 * `positionInBand`. Example: against 12 to 18 months, 12 is better, 12.5 and 18 are in band, 18.1 is a warning.
 */
export function positionOfPayback(payback: Payback, band: Band): 'better' | 'in' | 'warning' {
  check('zero or more', { months: payback.months })
  checkBand(band)
  if (payback.kind === 'not-within' || payback.months > band.to) return 'warning'
  return payback.months <= band.from ? 'better' : 'in'
}

export type RatioToCost =
  | { readonly kind: 'ratio'; readonly ratio: number; readonly clv: Figure<'revenue' | 'gross-profit'>; readonly position: ReturnType<typeof positionInBand> | null }
  | { readonly kind: 'no-cost'; readonly clv: Figure<'revenue' | 'gross-profit'> }

/**
 * CLV over acquisition cost, the headline (B5), with where it lies against a band; the CLV itself, with its basis, comes second. Without a cost
 * there is no ratio but a tag, without a band no position but `null`. Net of acquisition cost does not compile: the cost would count twice.
 * RangeError for a cost that is not whole cents, zero or more, or a band that ends before it begins. Example: 300.00 over 100.00 is 3.
 */
export function ratioToCost(clv: Figure<'revenue' | 'gross-profit'>, acquisitionCostCents: number, band: Band | null = null): RatioToCost {
  check('a whole number, zero or more', { acquisitionCostCents })
  if (acquisitionCostCents === 0) return { kind: 'no-cost', clv }
  const ratio = clv.cents / acquisitionCostCents
  return { kind: 'ratio', ratio, clv, position: band && positionInBand(ratio, band) }
}
