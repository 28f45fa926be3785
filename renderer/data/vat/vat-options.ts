import type { VatChoice } from '../../../shared/contract/data.ts'

/** The rates of the Netherlands, the one that most shops have first. */
export const usualRates = [0.21, 0.09] as const
export type VatOption = 'unknown' | `${(typeof usualRates)[number]}` | 'other' | 'none'

/** The option that stands for what is known of the VAT. */
export function optionOf(vat: VatChoice | null): VatOption {
  if (vat === null) return 'unknown'
  if (!vat.included || vat.rate === 0) return 'none'
  const usual = usualRates.find((rate) => rate === vat.rate)
  return usual === undefined ? 'other' : `${usual}`
}

/** What was said of an import's VAT, from the rate that is kept of it. */
export function vatOfRate(rate: number | null): VatChoice | null {
  if (rate === null) return null
  return rate === 0 ? { included: false } : { included: true, rate }
}
