import * as fc from 'fast-check'
import type { TransactionVariant } from '../../../../shared/clv/transactions/beta-geometric.ts'

/** The customer of the worked examples. */
export const EXAMPLE = { k: 2, r: 0.9, alpha: 4, a: 0.8, b: 2.5 }
export const FOUR_TIMES = { repeatPurchaseCount: 4, activeSpan: 20, observed: 26 }

const usual = fc.oneof(fc.constant(1), fc.double({ min: 0.05, max: 20, noNaN: true }))
const time = fc.double({ min: 0.1, max: 200, noNaN: true })
/** Up to the bounds of the fit. */
const extreme = fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp)
const k = fc.integer({ min: 1, max: 4 })

export const usualRegular = fc.record({ k, r: usual, alpha: time, a: usual, b: usual })
export const anyRegular = fc.oneof(usualRegular, fc.record({ k, r: usual, alpha: time, a: extreme, b: extreme }), fc.record({ k, r: extreme, alpha: time, a: usual, b: usual }))

function historyUpTo(most: number) {
  return fc.record({ x: fc.nat(most), share: fc.double({ min: 0.01, max: 1, noNaN: true }), observed: fc.double({ min: 0.2, max: 500, noNaN: true }) })
    .map(({ x, share, observed }) => ({ repeatPurchaseCount: x, activeSpan: x === 0 ? 0 : share * observed, observed }))
}
export const usualHistory = historyUpTo(40)
export const anyHistory = historyUpTo(1000)
export const anyVariant = fc.constantFrom<TransactionVariant>('mbg-nbd', 'bg-nbd')
