import type { Basis } from '../../contract/customers.ts'

/** Revenue until the margin is known, gross profit from then on (C30). */
export function basisOf(contributionMarginRate: number | null): Basis {
  return contributionMarginRate === null ? 'revenue' : 'gross-profit'
}

/**
 * Historic customer value (F18): what a customer really brought so far, orders minus refunds, times the margin where it is known.
 * Whole cents per customer, so that the shop's total is the exact sum. Negative for who got more back than was paid.
 * Example: orders of 10000 and 2550 less 550 refunded, at a margin of .4, are 4800 cents.
 */
export function realizedValueCents(netCents: number, contributionMarginRate: number | null): number {
  return wholeCents(netCents * (contributionMarginRate ?? 1))
}

/** Rounded to whole cents, never minus zero. */
export function wholeCents(cents: number): number {
  return Math.round(cents) + 0
}
