/**
 * How the customers of the sample shop behave, so that a fit on its sales can be held against what is true.
 * Time in weeks, money in euros; the models' own symbols.
 */
export const sampleShopTruth = {
  customers: 1200,
  /** Days of the first and the last possible order. */
  firstDay: '2024-11-01',
  lastDay: '2026-10-31',
  /** MBG/NBD (Batislam, Denizel & Filiztekin, 2007): buying rate Gamma(r, alpha), chance to stay away after a purchase Beta(a, b). */
  transactions: { r: 0.9, alpha: 7, a: 0.8, b: 3 },
  /** Gamma-Gamma (Fader & Hardie, 2013): order value Gamma(p, v), v per customer Gamma(q, gamma). */
  spend: { p: 6, q: 4, gamma: 20 },
} as const
