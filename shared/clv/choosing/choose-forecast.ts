import { DAYS_PER_WEEK, formatIsoDay } from '../../calendar.ts'
import type { BackTestReport, BackTestScore, ForecastMethod } from '../../contract/forecast.ts'
import { netRefunds } from '../../customers/net-refunds.ts'
import { sampleLedger } from '../../customers/sample-ledger.ts'
import type { SalesLedger } from '../../customers/sales-ledger.ts'
import { estimateClock } from '../season/estimate-clock.ts'
import { fitBetaGeometric } from '../transactions/fitting/fit-beta-geometric.ts'
import { fitRegularity } from '../transactions/fitting/fit-regular-buying.ts'
import { purchasePatterns } from '../transactions/fitting/purchase-patterns.ts'
import { purchaseIntervals } from '../transactions/regular-buying-intervals.ts'
import { accuracyOf, calibrationGroups, tweedieDeviance, type Accuracy } from './accuracy.ts'
import { timeHistories } from '../season/seasonal-clock.ts'
import { fittingInput } from '../transactions/fitted-transactions.ts'
import { candidatesFor, complexityOf, modelCandidate, possibleModels, type Candidate } from './candidates.ts'
import { historyAtOrigin, historyUntil, type History, type TestedHistory } from './history.ts'
import { levelOf, noLevel, type Level, type LevelEvidence } from './level.ts'
import { backTestOrigins } from './origins.ts'

/** The way a shop's future is forecast, and what that rests on. */
export type ForecastChoice = {
  readonly method: ForecastMethod
  /** Ticks a purchase of regular buyers; 1 where buying is not regular. */
  readonly k: number
  readonly level: Level
  /** `null` where the history is too thin for a back-test: `method` is then the usual one. */
  readonly report: BackTestReport | null
}

/** Without a back-test: the model that is hardest to go wrong with, because one-time buyers may have left. */
export const usualMethod: ForecastMethod = { kind: 'model', transactions: 'mbg-nbd', spend: 'gamma-gamma', isSeasonal: false }

/** More customers make the choice no better, only slower. */
const MOST_CUSTOMERS = 20_000
const FEWEST_CUSTOMERS = 30
const FEWEST_WHO_BOUGHT = 5
/** Differences under 1% are noise. */
const NOISE = 0.01

/** A deviance so much under the square root of the average outcome is a forecast that was exactly right. */
const EXACT = 1e-6

type Trial = { readonly tested: TestedHistory; readonly candidates: ReadonlyMap<string, Candidate> }
type Tried = {
  readonly method: ForecastMethod
  /** Per trial, with the level that the other trials suggest. */
  readonly levelled: readonly { readonly cents: Float64Array; readonly accuracy: Accuracy }[]
  readonly evidence: readonly LevelEvidence[]
}

const nameOf = (method: ForecastMethod) => JSON.stringify(method)

/** Ticks a purchase, from the intervals of a ledger up to a day. */
function regularityUntil(ledger: SalesLedger, history: History): number {
  if (history.rows.length === 0) return 1
  const day = history.summary.observedUntilDay
  const { logIntervals } = purchaseIntervals(ledger, netRefunds(ledger, day), DAYS_PER_WEEK, day)
  return fitRegularity(purchasePatterns(history.summary, DAYS_PER_WEEK), logIntervals).parameters.k
}

/** Total forecast over real total, and the variance of its logarithm from the luck of the customers there are. */
function evidenceOf(cents: Float64Array, outcome: Float64Array): LevelEvidence {
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
  const [forecast, spent] = [total(cents), total(outcome)]
  if (!(forecast > 0 && spent > 0)) return { totalRatio: null, samplingVariance: 0 }
  const squares = cents.reduce((sum, value, i) => sum + (outcome[i]! - (value * spent) / forecast) ** 2, 0)
  return { totalRatio: forecast / spent, samplingVariance: squares / spent ** 2 }
}

/** A method at every trial. The level at one is learned from the others, so that no forecast is corrected by its own outcome. */
function tried(method: ForecastMethod, trials: readonly { readonly tested: TestedHistory; readonly cents: Float64Array }[]): Tried {
  const evidence = trials.map(({ tested, cents }) => evidenceOf(cents, tested.outcomeCents))
  const levelled = trials.map(({ tested, cents }, i) => {
    const { factor } = levelOf(evidence.filter((_, other) => other !== i))
    const corrected = cents.map((value) => value * factor)
    return { cents: corrected, accuracy: accuracyOf(corrected, tested.outcomeCents) }
  })
  return { method, levelled, evidence }
}

/** Mean over trials of a measure; `null` where none has it. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null
}

/** What the choice is made by: per trial the deviance over the best there, averaged. */
function relativeDeviances(all: readonly Tried[], trials: readonly Trial[]): number[] {
  const floors = trials.map(({ tested: { outcomeCents } }) => EXACT * Math.sqrt(outcomeCents.reduce((sum, cents) => sum + cents, 0) / outcomeCents.length))
  const deviance = ({ levelled }: Tried, trial: number) => Math.max(floors[trial]!, levelled[trial]!.accuracy.deviance)
  const best = trials.map((_, trial) => Math.min(...all.map((one) => deviance(one, trial))))
  const relative = all.map((one) => mean(best.map((least, trial) => deviance(one, trial) / least)) ?? 1)
  const least = Math.min(...relative)
  return relative.map((value) => value / least)
}

function scoreOf({ levelled }: Tried, relativeDeviance: number): BackTestScore {
  const over = (measure: (accuracy: Accuracy) => number | null) => mean(levelled.map(({ accuracy }) => measure(accuracy)))
  return {
    meanAbsoluteErrorCents: over((accuracy) => accuracy.meanAbsoluteError) ?? 0,
    totalRatio: over((accuracy) => accuracy.totalRatio),
    gini: over((accuracy) => accuracy.gini),
    topTenthCapture: over((accuracy) => accuracy.topTenthCapture),
    relativeDeviance,
  }
}

/** The same method on the shop's clock at the origins with a year before them; whether that gains more than noise. A rule of thumb has no clock, and gains nothing. */
function seasonOf(ledger: SalesLedger, trials: readonly Trial[], method: ForecastMethod, k: number): BackTestReport['season'] {
  const timed = trials.flatMap(({ tested, candidates }) => {
    const { history, origin } = tested
    const netted = netRefunds(ledger, origin.day)
    const { parameters } = fitBetaGeometric(purchasePatterns(history.summary, DAYS_PER_WEEK))
    const clock = estimateClock(ledger, netted, history.summary, history.firstDay, parameters)
    const plain = candidates.get(nameOf(method))
    if (!clock || !plain) return []
    return [{ tested, plain: plain.cents, seasonal: method.kind === 'rule' ? plain.cents : modelCandidate({ ...method, isSeasonal: true }, history, origin.days, k, clock).cents }]
  })
  if (timed.length === 0) return 'too-short'
  // The level is left out: a season changes totals, and that is what it is for.
  const deviance = (pick: 'plain' | 'seasonal') => timed.reduce((sum, trial) => sum + tweedieDeviance(trial[pick], trial.tested.outcomeCents), 0)
  return deviance('seasonal') < (1 - NOISE) * deviance('plain') ? 'used' : 'no-gain'
}

function trialsOf(ledger: SalesLedger, whole: History, k: number): Trial[] {
  const lastDay = whole.summary.observedUntilDay
  const tests = backTestOrigins(whole.firstDay, lastDay).map((origin) => historyAtOrigin(ledger, origin))
    .filter(({ outcomeCents }) => outcomeCents.length >= FEWEST_CUSTOMERS && outcomeCents.filter((cents) => cents > 0).length >= FEWEST_WHO_BOUGHT)
  if (tests.length === 0) return []
  const models = possibleModels(fittingInput(timeHistories(whole.summary, null, whole.firstDay, 0), k))
  return tests.map((tested) => (
    { tested, candidates: new Map(candidatesFor(tested.history, tested.origin.days, k, models).map((candidate) => [nameOf(candidate.method), candidate])) }
  ))
}

/**
 * Chooses how to forecast a shop by back-tests on its own history (rolling origins, origins.ts): every method forecasts what the customers known at an
 * origin spend after it. The stated rule: the least Tweedie deviance relative to the best, averaged over origins, each forecast with the correction of its
 * level that the other origins suggest; whatever is within 1% of the best is as good, and of those the simplest is taken. Then the season, only if it gains.
 * Which models of buying are tried, and how regular buying is, is asked of all the history, so that every origin tries the same; nothing else of a forecast is later than its origin.
 * `ledger` up to and including `lastDay`; above 20,000 customers a systematic sample. Fewer than 30 customers or 5 who bought after an origin: that
 * origin tells nothing; none left: the usual method, and no report.
 * Example: `npm run bench -- backtest` on the CDNOW and Online Retail data.
 */
export function chooseForecast(ledger: SalesLedger, lastDay: number): ForecastChoice {
  const sample = sampleLedger(ledger, MOST_CUSTOMERS)
  const whole = historyUntil(sample, lastDay, 0)
  const k = regularityUntil(sample, whole)
  const trials = trialsOf(sample, whole, k)
  const common = trials.length === 0 ? [] : [...trials[0]!.candidates.values()].filter(({ method }) => trials.every(({ candidates }) => candidates.has(nameOf(method))))
  if (common.length === 0) return { method: usualMethod, k, level: noLevel, report: null }

  const all = common.map(({ method }) => tried(method, trials.map(({ tested, candidates }) => ({ tested, cents: candidates.get(nameOf(method))!.cents }))))
  const deviances = relativeDeviances(all, trials)
  const order = all.map((_, i) => i).sort((a, b) => deviances[a]! - deviances[b]!)
  const best = order.filter((i) => deviances[i]! <= 1 + NOISE).sort((a, b) => complexityOf(all[a]!.method) - complexityOf(all[b]!.method))[0]!
  const chosen = all[best]!
  const season = seasonOf(sample, trials, chosen.method, k)
  const method: ForecastMethod = chosen.method.kind === 'model' ? { ...chosen.method, isSeasonal: season === 'used' } : chosen.method
  // A level learned without the season would correct twice.
  const level = season === 'used' ? noLevel : levelOf(chosen.evidence)
  return {
    method, k, level,
    report: {
      origins: trials.map(({ tested: { origin, outcomeCents } }) => ({ knownUntil: formatIsoDay(origin.day), days: origin.days, customers: outcomeCents.length })),
      candidates: order.map((i) => ({ method: all[i]!.method, score: scoreOf(all[i]!, deviances[i]!), isAsGoodAsBest: deviances[i]! <= 1 + NOISE })),
      chosen: method,
      levelFactor: level.factor,
      calibration: calibrationGroups(chosen.levelled.at(-1)!.cents, trials.at(-1)!.tested.outcomeCents)
        .map(({ customers, forecast, outcome }) => ({ customers, forecastCents: forecast, outcomeCents: outcome })),
      season,
    },
  }
}
