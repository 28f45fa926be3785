/**
 * The chosen forecast against what really came, on four back-tests of real shops: the method is chosen on the calibration period alone, as the app does, and
 * compared with the standard model and the best simple rule for each measure, computed elsewhere (backtest_bar.json). One JSON line per figure;
 * `baseline` is the better of those two, `ratio` below 1 is better than it.
 */
import { accuracyOf } from '../../shared/clv/choosing/accuracy.ts'
import { chooseForecast } from '../../shared/clv/choosing/choose-forecast.ts'
import { forecastInputs } from '../../shared/clv/forecast-inputs.ts'
import { weeksOfMonths } from '../../shared/clv/present-value.ts'
import { valueCustomers } from '../../shared/clv/value-customers.ts'
import { netRefunds } from '../../shared/customers/net-refunds.ts'
import { summarizePurchases } from '../../shared/customers/summarize-purchases.ts'
import { cdnow, ledgerUntil, onlineRetail, spentAfter } from './back-test-data.ts'
import { referenceText } from '../shared/clv/reference-data.ts'
import { printFigure } from './figures.ts'

type Bar = Record<string, { readonly MAE: Measure; readonly top10_capture: Measure; readonly bias_BG: number }>
type Measure = { readonly 'BG/NBD+GG': number; readonly best_heuristic: readonly [string, number] }

const bar = JSON.parse(referenceText('backtest_bar.json')) as Bar
const retail = onlineRetail()
/** Days from the first day of the data to the end of the calibration period, and of the test. */
const shops = [
  { name: 'cdnow_sample', purchases: cdnow('cdnow_sample.txt'), known: 272, days: 273 },
  { name: 'cdnow_master', purchases: cdnow('cdnow_master.txt.gz'), known: 272, days: 273 },
  { name: 'online_retail_26w', purchases: retail, known: 190, days: 183 },
  { name: 'online_retail_14w', purchases: retail, known: 273, days: 100 },
]

for (const { name, purchases, known, days } of shops) {
  const until = purchases.reduce((least, { day }) => Math.min(least, day), Infinity) + known
  const ledger = ledgerUntil(purchases, until)
  const netted = netRefunds(ledger, until)
  const summary = summarizePurchases(ledger, netted, until)
  const horizonMonths = days / (weeksOfMonths(1) * 7)
  const choice = chooseForecast(ledger, until)
  const inputs = forecastInputs(ledger, netted, summary, choice, days / 7)
  const { estimates } = valueCustomers({ summary, settings: { contributionMarginRate: null, annualDiscountRate: 0, horizonMonths }, inputs })
  const { meanAbsoluteError, topTenthCapture, totalRatio, gini } = accuracyOf(estimates?.residualClvCents ?? [], spentAfter(purchases, ledger, until, until + days))

  const standard = bar[`${name}|spend`]
  if (!standard) throw new Error(`No bar for ${name}`)
  const { method } = choice
  const way = method.kind === 'rule' ? method.rule : `${method.transactions} x ${method.spend}${method.isSeasonal ? ' x season' : ''}`
  const note = `${way}, level ${choice.level.factor.toFixed(3)}; standard model ${standard.MAE['BG/NBD+GG']}`
  const print = (figure: string, value: number, unit: string, baseline: number, more: string) => printFigure({
    bench: 'backtest', figure: `${name}: ${figure}`, value: Number(value.toFixed(4)), unit, baseline, ratio: Number((value / baseline).toFixed(4)), note: more,
  })
  const error = standard.MAE
  print('mean absolute error', meanAbsoluteError / 100, 'money', Math.min(error['BG/NBD+GG'], error.best_heuristic[1]), `${note}; best rule ${error.best_heuristic.join(' ')}`)
  const capture = standard.top10_capture
  print('share missed by the top tenth', 1 - (topTenthCapture ?? 0), 'share', 1 - Math.max(capture['BG/NBD+GG'], capture.best_heuristic[1]),
    `captured ${topTenthCapture?.toFixed(4)}; standard model ${capture['BG/NBD+GG']}; best rule ${capture.best_heuristic.join(' ')}; Gini ${gini?.toFixed(3)}`)
  print('|bias of the total|', Math.abs((totalRatio ?? 0) - 1), 'share', 1 - standard.bias_BG, `forecast over real total ${totalRatio?.toFixed(4)}; standard model ${standard.bias_BG}`)
}
