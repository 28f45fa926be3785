import { count, isoDay, nothing, share, z } from './schema.ts'

/** Models of how often and how long people buy, the simplest first. */
export const transactionModels = ['established-nbd', 'nbd', 'mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k'] as const
export const transactionModel = z.enum(transactionModels)
export type TransactionModel = z.infer<typeof transactionModel>

/** Models of what a purchase is worth, the simplest first. */
export const spendModels = ['shrunken-mean', 'gamma-gamma', 'log-normal'] as const
export const spendModel = z.enum(spendModels)
export type SpendModel = z.infer<typeof spendModel>

/** Rules of thumb that a model has to beat. */
export const forecastRules = ['past-spend-rate', 'last-period', 'hiatus-rate'] as const
export const forecastRule = z.enum(forecastRules)
export type ForecastRule = z.infer<typeof forecastRule>

/** A way to forecast what customers will spend. */
export const forecastMethod = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), rule: forecastRule }),
  z.object({ kind: z.literal('model'), transactions: transactionModel, spend: spendModel, isSeasonal: z.boolean() }),
])
export type ForecastMethod = z.infer<typeof forecastMethod>

/** How good a forecast was over the back-tests together. */
export const backTestScore = z.object({
  /** Average over customers of how far the forecast was from what was spent. */
  meanAbsoluteErrorCents: z.number().nonnegative(),
  /** Forecast total over real total; `null` where nothing was spent. */
  totalRatio: z.number().nonnegative().nullable(),
  gini: z.number().nullable(),
  topTenthCapture: share.nullable(),
  /** What the choice is made by, relative to the best: 1 for the best, 1.02 is 2% worse. */
  relativeDeviance: z.number().min(1),
})
export type BackTestScore = z.infer<typeof backTestScore>

export const backTestReport = z.object({
  /** Where history was cut: known up to and including a day, the days after it forecast. */
  origins: z.array(z.object({ knownUntil: isoDay, days: count, customers: count })).min(1),
  /** Every way that was tried, best first, with the correction of its level that the other origins suggested. */
  candidates: z.array(z.object({ method: forecastMethod, score: backTestScore, isAsGoodAsBest: z.boolean() })).min(1),
  chosen: forecastMethod,
  /** What the forecast is multiplied by because totals were too low or too high before. */
  levelFactor: z.number().positive(),
  /** Of the chosen way at the last origin: groups of customers from the lowest forecast to the highest, cents per customer. */
  calibration: z.array(z.object({ customers: count, forecastCents: z.number(), outcomeCents: z.number() })),
  /** Whether the season was taken into account; `too-short` under a year of history before an origin. */
  season: z.enum(['too-short', 'no-gain', 'used']),
})
export type BackTestReport = z.infer<typeof backTestReport>

/** How the shop's future is forecast. */
export const forecastSummary = z.object({
  method: forecastMethod,
  /** What purchases are multiplied by because totals were too low or too high in the back-tests; 1 for no correction. */
  levelFactor: z.number().positive(),
  /** Whether back-tests chose the method; else the history is too thin for them. */
  isTested: z.boolean(),
})
export type ForecastSummary = z.infer<typeof forecastSummary>

export const forecastChannels = {
  'models:back-test': {
    request: nothing,
    /** `report` is `null` where the history is too thin for a back-test. */
    response: z.object({ method: forecastMethod, levelFactor: z.number().positive(), report: backTestReport.nullable() }),
  },
}
