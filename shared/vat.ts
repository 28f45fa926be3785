import type { VatChoice } from './contract/data.ts'

/** Orders with consecutive ids, first and last included, and the share of VAT on top of their amounts without: 0.21. */
export type VatRange = { readonly first: number; readonly last: number; readonly rate: number }

/**
 * An amount in cents without the VAT that is in it, to the nearest cent, upwards and downwards alike. `rate` is the share on top: 0.21.
 * NaN stays NaN. Example: 121.00 at 21% is 100.00 without (Dutch tax office: amount including VAT, divided by 121, times 100).
 */
export function withoutVat(cents: number, rate: number): number {
  const without = Math.sign(cents) * Math.round(Math.abs(cents) / (1 + rate))
  return without === 0 ? 0 : without
}

/**
 * Takes the VAT off the amounts, in place. `orders` are the ids they belong to, ascending; amounts of one order follow each other, and are rounded so that
 * they still add up to what is left of the order. Orders outside the ranges stay as they are; the ranges do not overlap and ascend.
 * Example: 0.50 and 0.50 of one order at 21% become 0.41 and 0.42, together the 0.83 that is left of 1.00.
 */
export function takeVatOff(cents: Float64Array, orders: ArrayLike<number>, ranges: readonly VatRange[]): void {
  if (ranges.length === 0) return
  let range = 0
  let order = Number.NaN
  let gross = 0
  let net = 0
  for (let i = 0; i < cents.length; i++) {
    const id = orders[i] ?? 0
    while (range < ranges.length && (ranges[range]?.last ?? 0) < id) range++
    const { first, rate } = ranges[range] ?? { first: Infinity, rate: 0 }
    if (id < first) continue
    if (id !== order) {
      order = id
      gross = 0
      net = 0
    }
    gross += cents[i] ?? 0
    const left = withoutVat(gross, rate)
    cents[i] = left - net
    net = left
  }
}

/** The share of VAT to take off by what the owner said: 0 where amounts are without, null where nothing was said. */
export function rateOf(vat: VatChoice | null): number | null {
  if (vat === null) return null
  return vat.included ? vat.rate : 0
}
