import { assertNever } from '../../result.ts'
import type { Figure } from '../figure.ts'
import type { CashFlows } from '../formulas/cash-flows.ts'
import { check } from '../inputs.ts'

/** What a bid must keep to: CLV at least so many times the bid, or earned back within so many months of the expected gross profit. */
export type BidTarget =
  | { readonly kind: 'ratio'; readonly ratio: number }
  | { readonly kind: 'payback'; readonly months: number; readonly expected: CashFlows<'gross-profit'> }

/** The bid in cents, not rounded; never above the CLV, however long the payback, and never below zero. */
function highestBid(clv: Figure<'gross-profit'>, target: BidTarget): number {
  switch (target.kind) {
    case 'ratio':
      check('above zero', { ratio: target.ratio })
      return Math.max(0, clv.cents / Math.max(1, target.ratio))
    case 'payback': {
      check('a whole number, zero or more', { months: target.months })
      const earned = target.expected.monthlyCents.slice(0, target.months).reduce((sum, cents) => sum + cents, 0)
      return Math.max(0, Math.min(clv.cents, earned))
    }
    default: return assertNever(target)
  }
}

/** Twelve twelfths are a whole, whatever they are rounded to; else down, so that the target is kept. */
function roundedDown(cents: number): number {
  return Math.floor(cents + 1e-6)
}

/**
 * The most to pay for winning a customer (C2), in whole cents rounded down: CLV over the target ratio, or the gross profit expected in the target
 * months. Never above the CLV, also at a ratio below 1; 0 for a customer who brings a loss. On gross profit: revenue does not compile.
 * RangeError for a ratio that is not above zero, or months that are no whole number. Example: 240.00 at a ratio of 3: 80.00.
 */
export function maximumAcquisitionBidCents(clv: Figure<'gross-profit'>, target: BidTarget): number {
  return roundedDown(highestBid(clv, target))
}

/**
 * The most to pay for keeping a customer (C2), in whole cents rounded down: what is still to come, times the share that leaves without the
 * spending and stays with it. Who stays anyway earns nothing back (Ascarza 2018). Errors as for acquiring, and for a share outside 0 to 1.
 * Example: 180.00 still to come, one in ten kept by it, at a ratio of 3: 6.00.
 */
export function maximumRetentionBidCents(residualClv: Figure<'gross-profit'>, keptShare: number, target: BidTarget): number {
  check('between 0 and 1', { keptShare })
  return roundedDown(keptShare * highestBid(residualClv, target))
}
