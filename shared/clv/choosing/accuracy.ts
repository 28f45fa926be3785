/** How well a forecast of later spend per customer did; all measures over the same customers. */
export type Accuracy = {
  /** Mean over customers of |forecast - outcome|, in the unit of the spend. */
  readonly meanAbsoluteError: number
  /** Tweedie deviance per customer, in the square root of that unit: what forecasts are chosen by. */
  readonly deviance: number
  /** Total forecast over total outcome; `null` where nothing was spent. */
  readonly totalRatio: number | null
  /** Rank quality: 1 for the true order, about 0 for a random one; `null` where nothing was spent. */
  readonly gini: number | null
  /** Share of the outcome that the tenth with the highest forecasts brought; `null` where nothing was spent. */
  readonly topTenthCapture: number | null
}

/** A group of customers with about equal forecasts, for the plot of forecast against outcome; means per customer. */
export type CalibrationGroup = { readonly customers: number; readonly forecast: number; readonly outcome: number }

/** A forecast of nothing is taken as this share of the average outcome: no score is infinite. */
const LEAST_FORECAST = 0.01
const TENTHS = 10

/**
 * Mean Tweedie deviance of power 1.5, that of a sum of gamma amounts over a Poisson number of orders (Tweedie 1984; Jorgensen 1987): here 4 (sqrt y - sqrt m)^2 / sqrt m. Its best
 * forecast is the expected value (a Bregman loss; Gneiting 2011, theorem 7), which the absolute error's is not (the median: for most customers nothing), and a few large
 * spenders do not decide it as they do the squared error. Forecasts below 1% of the average outcome count as that. 0 for nobody.
 * Example: forecasts [1, 4] of outcomes [4, 4]: (4 + 0) / 2 = 2.
 */
export function tweedieDeviance(forecast: ArrayLike<number>, outcome: ArrayLike<number>): number {
  const customers = outcome.length
  let spent = 0
  for (let i = 0; i < customers; i++) spent += Math.max(0, outcome[i]!)
  const least = Math.max(Number.MIN_VALUE, (LEAST_FORECAST * spent) / Math.max(1, customers))
  let sum = 0
  for (let i = 0; i < customers; i++) {
    const root = Math.sqrt(Math.max(least, forecast[i]!))
    sum += (4 * (Math.sqrt(Math.max(0, outcome[i]!)) - root) ** 2) / root
  }
  return customers === 0 ? 0 : sum / customers
}

/** Rows by forecast, highest first; equal ones in their order. */
function byForecast(forecast: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: forecast.length }, (_, row) => row).sort((a, b) => forecast[b]! - forecast[a]! || a - b)
}

/** The outcomes in the order of the forecasts; customers with equal forecasts share theirs, because their order says nothing. */
function outcomesInOrder(forecast: ArrayLike<number>, outcome: ArrayLike<number>): Float64Array {
  const rows = byForecast(forecast)
  const ordered = new Float64Array(rows.length)
  for (let from = 0, to = 0; from < rows.length; from = to) {
    let sum = 0
    for (to = from; to < rows.length && forecast[rows[to]!] === forecast[rows[from]!]; to++) sum += outcome[rows[to]!]!
    ordered.fill(sum / (to - from), from, to)
  }
  return ordered
}

/** Area between the concentration curve and the diagonal, times two. */
function concentration(ordered: Float64Array, total: number): number {
  let running = 0
  let area = 0
  for (const value of ordered) {
    running += value
    area += running - value / 2
  }
  return (2 * area) / (total * ordered.length) - 1
}

/**
 * Error, bias of the total, rank quality and capture of a forecast (arrays of equal length, one place a customer, same unit, finite). The Gini is
 * normalised by that of the true order (Wang, Liu & Miao 2019); the top tenth is rounded to whole customers, at least one.
 * Example: forecasts [3, 2, 1] of outcomes [6, 0, 0]: error 2, ratio 1, Gini 1, capture 1.
 */
export function accuracyOf(forecast: ArrayLike<number>, outcome: ArrayLike<number>): Accuracy {
  const customers = outcome.length
  let absolute = 0
  let predicted = 0
  let total = 0
  for (let i = 0; i < customers; i++) {
    absolute += Math.abs(forecast[i]! - outcome[i]!)
    predicted += forecast[i]!
    total += outcome[i]!
  }
  const shared = { meanAbsoluteError: customers > 0 ? absolute / customers : 0, deviance: tweedieDeviance(forecast, outcome) }
  if (!(total > 0)) return { ...shared, totalRatio: null, gini: null, topTenthCapture: null }
  const ordered = outcomesInOrder(forecast, outcome)
  const perfect = concentration(outcomesInOrder(outcome, outcome), total)
  const top = Math.max(1, Math.round(customers / TENTHS))
  let captured = 0
  for (let i = 0; i < top; i++) captured += ordered[i]!
  return { ...shared, totalRatio: predicted / total, gini: perfect > 0 ? concentration(ordered, total) / perfect : 0, topTenthCapture: captured / total }
}

/**
 * Forecast against outcome for ten groups of customers, lowest forecasts first: a good forecast lies on the diagonal. Fewer groups for fewer
 * than ten customers; groups differ by at most one customer. Example: 20 customers make 10 groups of 2.
 */
export function calibrationGroups(forecast: ArrayLike<number>, outcome: ArrayLike<number>): CalibrationGroup[] {
  const rows = byForecast(forecast).toReversed()
  const groups = Math.min(TENTHS, rows.length)
  return Array.from({ length: groups }, (_, group) => {
    const members = rows.subarray(Math.floor((group * rows.length) / groups), Math.floor(((group + 1) * rows.length) / groups))
    let predicted = 0
    let real = 0
    for (const row of members) {
      predicted += forecast[row]!
      real += outcome[row]!
    }
    return { customers: members.length, forecast: predicted / members.length, outcome: real / members.length }
  })
}
