import { forecastSummary } from './forecast.ts'
import { customerKeys } from './identity.ts'
import { knownOfCustomer } from './records.ts'
import { cents, centsRange, count, isoDay, share, z } from './schema.ts'

/** Revenue, or gross profit once the margin is known (C30): it travels with every figure. */
export const basis = z.enum(['revenue', 'gross-profit'])
export type Basis = z.infer<typeof basis>

const standardError = z.number().nonnegative().nullable()
export const fitSummary = z.object({
  model: z.literal('mbg-nbd'),
  timeUnit: z.literal('week'),
  parameters: z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() }),
  logLikelihood: z.number(),
  converged: z.boolean(),
  iterations: count,
  /** Largest absolute component of the gradient in log parameters at the stop. */
  gradientNorm: z.number(),
  /** The optimum lies at the edge: drifting away cannot be told from the data. */
  atBoundary: z.boolean(),
  /** With few customers the parameters are drawn toward what is usual in shops. */
  isShrunk: z.boolean(),
  /** `null` for a parameter at its bound. */
  standardErrors: z.object({ r: standardError, alpha: standardError, a: standardError, b: standardError }),
  customers: count,
  /** History up to and including this day was used. */
  observedUntil: isoDay,
  spend: z.object({
    model: z.literal('gamma-gamma'),
    parameters: z.object({ p: z.number(), q: z.number(), gamma: z.number() }),
    logLikelihood: z.number(),
    converged: z.boolean(),
    iterations: count,
    customers: count,
    standardErrors: z.object({ p: standardError, q: standardError, gamma: standardError }),
    /** How far those who come often spend more or less a time, against the model's assumption; `null` where too few came back. */
    correlation: z.enum(['none', 'weak', 'strong']).nullable(),
  }),
})
export type FitSummary = z.infer<typeof fitSummary>

/** The ways to value and rank a customer. */
export const clvMethods = ['total-clv', 'residual-clv', 'realized-value', 'basic-formula'] as const
export const clvMethod = z.enum(clvMethods)
export type ClvMethod = z.infer<typeof clvMethod>

export const customerStage = z.enum(['one-time', 'new', 'regular', 'slipping', 'lapsed'])
export type CustomerStage = z.infer<typeof customerStage>

export const rankedCustomer = z.object({
  customerId: count,
  rank: count,
  name: z.string(),
  /** Value by the chosen method, whole cents: the customer equity is the sum of these. */
  valueCents: cents,
  realizedValueCents: cents,
  residualClvCents: cents.nullable(),
  totalClvCents: cents.nullable(),
  /** Range of the future part; `null` where no estimate is possible. */
  residualRange: centsRange.nullable(),
  basicFormulaCents: cents.nullable(),
  probabilityAlive: share.nullable(),
  expectedPurchases: z.number().nullable(),
  expectedOrderValueCents: cents.nullable(),
  purchaseCount: count,
  averageOrderValueCents: cents,
  firstPurchaseOn: isoDay.nullable(),
  lastPurchaseOn: isoDay.nullable(),
  daysSinceLastPurchase: count.nullable(),
  /** When the next purchase is due at this customer's own pace, while still likely a customer. */
  nextPurchaseOn: isoDay.nullable(),
  stage: customerStage,
})
export type RankedCustomer = z.infer<typeof rankedCustomer>

export const rankSort = z.enum(['value', 'name', 'realized', 'residual', 'probability-alive', 'last-purchase', 'purchases', 'average-order'])
export type RankSort = z.infer<typeof rankSort>

export const ranking = z.object({
  rows: z.array(rankedCustomer),
  /** Customers in the ranking, and those that fit the search. */
  total: count,
  matching: count,
  /** Sum of `valueCents` over all customers (F17). */
  customerEquityCents: cents,
  /** Share of all revenue that has a known customer: the rest is in no figure of any customer. */
  identifiedRevenueShare: share,
  realizedValueCents: cents,
  /** Sum of the future part with its range; `null` where no estimate is possible. */
  residualTotal: centsRange.nullable(),
  /** Sum of the chances still a customer: how many of them probably still are. `null` where no estimate is possible. */
  expectedActiveCustomers: z.number().nonnegative().nullable(),
  method: clvMethod,
  basis,
  horizonMonths: count,
  observedUntil: isoDay,
  /** `null` with the reason where history is too thin for an estimate: the ranking is then by value so far. */
  fit: fitSummary.nullable(),
  /** `null` without a fit. */
  forecast: forecastSummary.nullable(),
  /** Largest value so far plus the high end of what is expected of one customer: the scale of the bars. */
  largestCents: cents,
})
export type Ranking = z.infer<typeof ranking>

/**
 * One plain-words reason for a rank, with its figures; the words are in the window's language. `own` and `typical` are purchases
 * (often, seldom, once-only), cents a purchase (spends-more, spends-less) or days (recent, away-long, long-customer).
 */
export const rankReason = z.object({
  kind: z.enum(['often', 'seldom', 'spends-more', 'spends-less', 'recent', 'away-long', 'once-only', 'long-customer']),
  own: z.number(),
  typical: z.number(),
  /** How many customers of a hundred are below this one. */
  percentile: z.number().min(0).max(100),
})
export type RankReason = z.infer<typeof rankReason>

/** What sets a customer's expected value apart from that of the usual customer: `ownCents` is `usualCents` and the parts together. */
export const rankParts = z.object({
  ownCents: cents,
  usualCents: cents,
  parts: z.array(z.object({ kind: z.enum(['often', 'much', 'recently', 'chance', 'margin']), cents })),
})
export type RankParts = z.infer<typeof rankParts>

/** By when half and nine in ten of customers like this one make their next purchase, if they still are customers. */
export const nextPurchase = z.object({ halfBy: isoDay, mostBy: isoDay })
export type NextPurchase = z.infer<typeof nextPurchase>

export const customerDetail = z.object({
  customer: rankedCustomer,
  ofCustomers: count,
  email: z.string().nullable(),
  customerKey: z.string(),
  /** Everything this person is known by: one for each customer that was found to be them, first the one they go by. */
  keys: z.array(customerKeys).min(1),
  /** Newest first; refunds netted into the order they belong to. */
  orders: z.array(z.object({
    orderId: z.string(), orderedOn: isoDay, amountCents: cents, netCents: cents, lines: count,
    kind: z.enum(['first', 'repeat', 'refund', 'refunded']),
    products: z.array(z.string()),
  })).max(500),
  orderTotal: count,
  known: knownOfCustomer.nullable(),
  reasons: z.array(rankReason),
  /** `null` where nothing is expected. */
  parts: rankParts.nullable(),
  nextPurchase: nextPurchase.nullable(),
  /** What the formulas were fed, so that the window can show them with the customer's own figures. */
  inputs: z.object({
    purchaseCount: count,
    repeatPurchaseCount: count,
    activeSpanDays: count,
    observedDays: count,
    averageOrderValueCents: cents,
    purchasesPerYear: z.number().nullable(),
    lifespanYears: z.number().nullable(),
    marginRate: share.nullable(),
    annualDiscountRate: z.number(),
    horizonMonths: count,
    discountedExpectedPurchases: z.number().nullable(),
  }),
  basis,
  fit: fitSummary.nullable(),
  forecast: forecastSummary.nullable(),
})
export type CustomerDetail = z.infer<typeof customerDetail>

export const customersChannels = {
  'models:fit': {
    request: z.object({ model: z.literal('mbg-nbd').default('mbg-nbd'), observedUntil: isoDay.optional() }),
    response: fitSummary,
  },
  'customers:rank': {
    request: z.object({
      method: clvMethod.default('total-clv'),
      sort: rankSort.default('value'),
      direction: z.enum(['descending', 'ascending']).default('descending'),
      search: z.string().max(200).default(''),
      offset: count.default(0),
      limit: count.max(500).default(100),
    }),
    response: ranking,
  },
  'customers:detail': { request: z.object({ customerId: count, method: clvMethod.default('total-clv') }), response: customerDetail },
}
