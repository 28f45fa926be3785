/**
 * From orders to every customer valued by the forecast that the back-tests choose: fit all models at three origins, choose, fit on everything, score. Argument: number of
 * customers (default 100000). One JSON line per figure, medians, in ms of wall time and of CPU.
 */
import { chooseForecast } from '../../shared/clv/choosing/choose-forecast.ts'
import { forecastInputs } from '../../shared/clv/forecast-inputs.ts'
import { weeksOfMonths } from '../../shared/clv/present-value.ts'
import { valueCustomers } from '../../shared/clv/value-customers.ts'
import { netRefunds } from '../../shared/customers/net-refunds.ts'
import { summarizePurchases } from '../../shared/customers/summarize-purchases.ts'
import { simulateLedger } from '../shared/clv/simulated-ledger.ts'
import { median, printFigure } from './figures.ts'

const REPEATS = 5
const DAYS = 1_095
const START = 10_000
const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 36 }

const customers = Number(process.argv[2] ?? 100_000)
const { ledger } = simulateLedger({
  customers, transaction: { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, spend: { p: 6, q: 4, gamma: 15 }, newDays: 700, days: DAYS, laterDays: 0, seed: 3, start: START,
})
const until = START + DAYS

function run(): { readonly choose: number; readonly value: number; readonly cpu: number; readonly way: string } {
  const before = process.cpuUsage()
  const started = performance.now()
  const choice = chooseForecast(ledger, until)
  const chosen = performance.now()
  const netted = netRefunds(ledger, until)
  const summary = summarizePurchases(ledger, netted, until)
  valueCustomers({ summary, settings, inputs: forecastInputs(ledger, netted, summary, choice, weeksOfMonths(settings.horizonMonths)) })
  const ended = performance.now()
  const { user, system } = process.cpuUsage(before)
  return { choose: chosen - started, value: ended - chosen, cpu: (user + system) / 1000, way: JSON.stringify(choice.method) }
}

const runs = Array.from({ length: REPEATS }, run)
const print = (figure: string, value: number, unit: string, note?: string) => printFigure({ bench: 'choose', figure: `${customers} customers: ${figure}`, value: Math.round(value), unit, ...(note ? { note } : {}) })
print('choose the forecast by back-tests', median(runs.map(({ choose }) => choose)), 'ms', runs[0]?.way)
print('fit on everything, score, ranges', median(runs.map(({ value }) => value)), 'ms')
print('both together', median(runs.map(({ choose, value }) => choose + value)), 'ms')
print('both together', median(runs.map(({ cpu }) => cpu)), 'ms CPU')
print('peak memory of the process, generating the shop included', process.resourceUsage().maxRSS / 1024, 'MB')
