import type { RejectReason } from '../../../contract/data.ts'

/**
 * Lines in a sales file that are no sales: what banks and marketplaces took, debts written off. They are told by the
 * product's number or name, in the words of Dutch, English, German and French bookkeeping. Postage, discounts,
 * manual corrections and samples are not here: they were charged, and belong to the order.
 *
 * `sure` words name nothing one could sell. `unsure` ones could be a product (an artist's commission), so they only count
 * where money went out. Whatever a named customer paid belongs to that customer's order.
 */
const NOT_A_SALE: readonly { readonly reason: RejectReason; readonly certainty: 'sure' | 'unsure'; readonly words: RegExp }[] = [
  {
    reason: 'bad-debt',
    certainty: 'sure',
    words: /\b(bad debts?|oninbaar|oninbare|dubieuze debiteur|forderungsausfall|uneinbringlich|creances? (irrecouvrable|douteuse)s?)\b/u,
  },
  {
    reason: 'fee',
    certainty: 'sure',
    words: /\b(bank ?charges?|bank ?kosten|bank ?gebuhr(en)?|kontogebuhr(en)?|frais bancaires|transactie ?kosten|transaktions ?gebuhr(en)?|frais de transaction|(amazon|paypal|stripe|etsy|ebay|bol(com)?|mollie|marketplace|transaction|payment|processing|listing) ?fees?|zahlungsgebuhr(en)?)\b/u,
  },
  { reason: 'fee', certainty: 'unsure', words: /\b(commission|commissie|provisie|provision)\b/u },
]

/** What a product is, as far as its number and name tell. */
export type ProductNature = { readonly reason: RejectReason; readonly certainty: 'sure' | 'unsure' } | null

/** Example: `productNature('AMAZONFEE', 'AMAZON FEE')` is a sure fee, `productNature('22423', 'COFFEE MUG')` is null. */
export function productNature(id: string, name: string): ProductNature {
  const texts = [id, name].map((text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))
  for (const { reason, certainty, words } of NOT_A_SALE) {
    if (texts.some((text) => words.test(text))) return { reason, certainty }
  }
  return null
}

/** Why a line is not a sale, or null where it is one. `amountCents` is the line's amount, `quantity` may be negative. */
export function notASale(nature: ProductNature, amountCents: number, quantity: number, hasCustomer: boolean): RejectReason | null {
  if (nature !== null) {
    const paidByCustomer = hasCustomer && amountCents > 0
    if (!paidByCustomer && (nature.certainty === 'sure' || amountCents < 0)) return nature.reason
  }
  return amountCents === 0 && quantity < 0 && !hasCustomer ? 'stock-write-off' : null
}
