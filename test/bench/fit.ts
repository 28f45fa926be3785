/**
 * Fitting and scoring a generated shop, as purchase histories of three years in days. Argument: number of customers (default 100000). One JSON line per
 * figure, medians. `value` is the CPU time of this process in ms (all its threads); `baseline` is lifetimes 0.11.3 (Python, one thread) on as many customers
 * of the same kind where it was timed (CPU; Pareto/NBD wall time), `ratio` how many times faster this is.
 */
import { explainRank } from '../../shared/clv/explaining/explain-rank.ts'
import { usualForecast } from '../../shared/clv/forecast-inputs.ts'
import { fitShop } from '../../shared/clv/fit.ts'
import { predictiveRange } from '../../shared/clv/ranges/predictive-range.ts'
import { totalRange } from '../../shared/clv/ranges/total-range.ts'
import { scoreCustomers } from '../../shared/clv/score.ts'
import { shopForecast } from '../../shared/clv/shop-forecast.ts'
import { fitGammaGamma } from '../../shared/clv/spend/gamma-gamma.ts'
import { fitBetaGeometric } from '../../shared/clv/transactions/fitting/fit-beta-geometric.ts'
import { fitParetoNbd } from '../../shared/clv/transactions/fitting/fit-pareto-nbd.ts'
import { fitRegularBuying } from '../../shared/clv/transactions/fitting/fit-regular-buying.ts'
import { purchasePatterns } from '../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { valueCustomers } from '../../shared/clv/value-customers.ts'
import { simulateShop } from '../shared/clv/simulated-shop.ts'
import { median, printFigure } from './figures.ts'

const REPEATS = 5
const PAGE = 100
const SEED = 7
const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 36 }
/** CPU milliseconds of lifetimes by number of customers; Pareto/NBD of 100,000 is wall time. */
const lifetimes = { 'BG/NBD': { 1_000_000: 6_300 }, 'MBG/NBD': { 1_000_000: 6_600 }, 'Pareto/NBD': { 100_000: 22_000 } } as const

const customers = Number(process.argv[2] ?? 100_000)
const { summary } = simulateShop(customers, { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, { p: 6, q: 4, gamma: 15 }, { weeks: 156, laterWeeks: 0, seed: SEED })

function cpuMilliseconds(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function print(figure: string, run: () => void, { note, peer }: { note?: string, peer?: keyof typeof lifetimes } = {}): void {
  const value = median(Array.from({ length: REPEATS }, () => cpuMilliseconds(run)))
  const baseline = peer && (lifetimes[peer] as Record<number, number>)[customers]
  printFigure({
    bench: 'fit', figure: `${customers} customers: ${figure}`, value: Number(value.toFixed(1)), unit: 'ms CPU',
    ...(baseline ? { baseline, ratio: Number((baseline / value).toFixed(1)) } : {}), ...(note ? { note } : {}),
  })
}

const { fit } = fitShop(summary)
if (!fit) throw new Error('the generated shop is too small for a fit')
const patterns = purchasePatterns(summary, 7)
const paid = summary.purchaseCents.map((cents) => cents / 100)
const told = ({ maximum }: ReturnType<typeof fitBetaGeometric> | ReturnType<typeof fitParetoNbd>) => `${maximum.evaluations} evaluations of all customers, ${maximum.iterations} iterations, converged ${maximum.converged}`

const valued = valueCustomers({ summary, settings })
printFigure({ bench: 'fit', figure: `${customers} customers: peak memory of the process after fitting and valuing once`, value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MB' })

print('group equal histories', () => { purchasePatterns(summary, 7) }, { note: `${patterns.weight.length} distinct` })
print('BG/NBD', () => { fitBetaGeometric(patterns, 'bg-nbd') }, { peer: 'BG/NBD', note: told(fitBetaGeometric(patterns, 'bg-nbd')) })
print('MBG/NBD', () => { fitBetaGeometric(patterns) }, { peer: 'MBG/NBD', note: told(fitBetaGeometric(patterns)) })
print('Pareto/NBD', () => { fitParetoNbd(patterns) }, { peer: 'Pareto/NBD', note: told(fitParetoNbd(patterns)) })
print('MBG/CNBD-2', () => { fitRegularBuying(patterns, 2, null) }, { note: told(fitRegularBuying(patterns, 2, null)) })
print('Gamma-Gamma', () => { fitGammaGamma(summary.purchaseCount, paid) }, { note: `${fit.spend.iterations} iterations` })
const forecast = shopForecast(summary, usualForecast(summary), fit, settings)
print('score', () => { scoreCustomers(summary, fit, forecast, null, settings) })
print('range of the total', () => { totalRange(valued) })
print('everything: fit, score, formula, stages, range of the total', () => { valueCustomers({ summary, settings }) })
const first = Array.from(valued.customerIds.keys()).sort((a, b) => valued.estimates!.residualClvCents[b]! - valued.estimates!.residualClvCents[a]!).slice(0, PAGE)
print(`ranges of the ${PAGE} most valuable`, () => { first.forEach((row) => predictiveRange(valued, row)) })
print('reasons of one customer', () => { explainRank(valued, first[0] ?? 0) })
