/**
 * What a strategy does, in the few things the model of a customer can feel. All four strategies are the same simulation with
 * other levers. Money in cents, time in weeks from today, shares between 0 and 1.
 */
export type Levers = {
  /** From today; in it the levers hold, after it customers buy as before. */
  readonly windowWeeks: number
  /** Purchase rate in the window as a multiple of what it would be: 1.1 is a tenth more often. */
  readonly rateMultiplier: number
  /** Purchases brought forward are missing afterwards: the purchase rate in the weeks after the window. */
  readonly dip: { readonly weeks: number; readonly rateMultiplier: number }
  /** Chance to stay away after a purchase, in the window, as a multiple of what it would be: .95 is a twentieth less. */
  readonly dropoutMultiplier: number
  /** Gross profit as a share of revenue. */
  readonly marginRate: number
  readonly discount: {
    /** Share of the price taken off. */
    readonly rate: number
    /** Share of what would have been bought anyway that gets it too: the discount given away. */
    readonly givenAwayShare: number
  }
  /** Gross profit per purchase in the window that would not have been made otherwise, its own discount taken off. */
  readonly addedProfitPerPurchaseCents: number
  /** Discount per purchase in the window on what would have been bought anyway. */
  readonly givenAwayPerPurchaseCents: number
  /** Gross profit on other things taken along, as a share of what would have been spent in the window anyway. */
  readonly haloProfitShare: number
  readonly response: {
    /** Share of the purchases in the window that take the offer. */
    readonly takeShare: number
    /** Share of the purchases there would be without the campaign that do the same without it. */
    readonly anywayShare: number
  }
  readonly incentivePerTakeCents: number
  /** For every customer of the audience, also those who silently left: nobody can tell them apart. Spread over the window. */
  readonly perkPerCustomerWeekCents: number
  readonly contactPerCustomerCents: number
  readonly fixedCents: number
  readonly ownerHours: number
}

/** Nothing is done and nothing is spent. */
export const noLevers: Levers = {
  windowWeeks: 0,
  rateMultiplier: 1,
  dip: { weeks: 0, rateMultiplier: 1 },
  dropoutMultiplier: 1,
  marginRate: 0,
  discount: { rate: 0, givenAwayShare: 0 },
  addedProfitPerPurchaseCents: 0,
  givenAwayPerPurchaseCents: 0,
  haloProfitShare: 0,
  response: { takeShare: 0, anywayShare: 0 },
  incentivePerTakeCents: 0,
  perkPerCustomerWeekCents: 0,
  contactPerCustomerCents: 0,
  fixedCents: 0,
  ownerHours: 0,
}

/** The largest purchase rate multiple a strategy may give; the simulation is exact up to here. */
export const largestRateMultiplier = 4
