/**
 * Fitting and scoring a generated shop: purchase histories in, every customer valued out. Argument: number of customers (default 100000).
 * One JSON line per figure, medians.
 */
import { explainRank } from '../../shared/clv/explain-rank.ts'
import { fitShop } from '../../shared/clv/fit.ts'
import { fitGammaGamma } from '../../shared/clv/spend/gamma-gamma.ts'
import { fitBetaGeometric } from '../../shared/clv/transactions/fitting/fit-beta-geometric.ts'
import { predictiveRange } from '../../shared/clv/ranges/predictive-range.ts'
import { purchasePatterns } from '../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { usualForecast } from '../../shared/clv/forecast-inputs.ts'
import { scoreCustomers } from '../../shared/clv/score.ts'
import { shopForecast } from '../../shared/clv/shop-forecast.ts'
import { totalRange } from '../../shared/clv/ranges/total-range.ts'
import { valueCustomers } from '../../shared/clv/value-customers.ts'
import { simulateShop } from '../shared/clv/simulated-shop.ts'
import { median, printFigure } from './figures.ts'

const REPEATS = 5
const PAGE = 100
const SEED = 7
const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 36 }

const customers = Number(process.argv[2] ?? 100_000)
const { summary } = simulateShop(customers, { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, { p: 6, q: 4, gamma: 15 }, { weeks: 156, laterWeeks: 0, seed: SEED })

function print(figure: string, run: () => void, note?: string): void {
  const times = Array.from({ length: REPEATS }, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  })
  printFigure({ bench: 'fit', figure: `${customers} customers: ${figure}`, value: Number(median(times).toFixed(1)), unit: 'ms', ...(note ? { note } : {}) })
}

const { fit } = fitShop(summary)
if (!fit) throw new Error('the generated shop is too small for a fit')
const patterns = purchasePatterns(summary, 7)
const paid = summary.purchaseCents.map((cents) => cents / 100)
const valued = valueCustomers({ summary, settings })
const first = Array.from(valued.customerIds.keys()).sort((a, b) => valued.estimates!.residualClvCents[b]! - valued.estimates!.residualClvCents[a]!).slice(0, PAGE)

print('group equal histories', () => purchasePatterns(summary, 7), `${patterns.weight.length} distinct`)
print('MBG/NBD', () => fitBetaGeometric(patterns), `${fit.iterations} iterations, ${fit.evaluations} evaluations of both models over all starts, converged ${fit.converged}`)
print('Gamma-Gamma', () => fitGammaGamma(summary.purchaseCount, paid), `${fit.spend.iterations} iterations`)
const forecast = shopForecast(summary, usualForecast(summary), fit, settings)
print('score', () => scoreCustomers(summary, fit, forecast, null, settings))
print('fit and score', () => scoreCustomers(summary, fitShop(summary).fit ?? fit, forecast, null, settings))
print('range of the total', () => totalRange(valued))
print('everything: fit, score, formula, stages, range of the total', () => valueCustomers({ summary, settings }))
print(`ranges of the ${PAGE} most valuable`, () => first.forEach((row) => predictiveRange(valued, row)))
print('reasons of one customer', () => explainRank(valued, first[0] ?? 0))
