import { expect, test } from 'vitest'
import { pearsonCorrelation } from '../../../../shared/clv/spend/correlation.ts'
import { expectedOrderValue, fitGammaGamma } from '../../../../shared/clv/spend/gamma-gamma.ts'
import { expectedLogNormalOrder, fitLogNormal } from '../../../../shared/clv/spend/log-normal.ts'
import { expectedShrunkenOrder, fitShrunkenMean } from '../../../../shared/clv/spend/shrunken-mean.ts'
import { midRanks } from '../../../../shared/numerics/statistics/mid-ranks.ts'
import { MISSING, referenceMissing } from '../reference-data.ts'
import { spendSummary, type SpendSummary } from './spend-summary.ts'

type Accuracy = { readonly error: number; readonly rank: number }

/** Mean absolute error and rank correlation of a customer's expected order with the mean order later, over those who bought later. */
function accuracy({ laterPurchases, laterTotals }: SpendSummary, predicted: Float64Array): Accuracy {
  const rows = Array.from(laterPurchases.keys()).filter((i) => laterPurchases[i]! > 0)
  const guesses = Float64Array.from(rows, (i) => predicted[i]!)
  const real = Float64Array.from(rows, (i) => laterTotals[i]! / laterPurchases[i]!)
  return {
    error: guesses.reduce((sum, guess, i) => sum + Math.abs(guess - real[i]!), 0) / rows.length,
    rank: pearsonCorrelation(midRanks(guesses).ranks, midRanks(real).ranks) ?? 0,
  }
}

function backTest(summary: SpendSummary) {
  const { purchases, totals, repeats, repeatMeans } = summary
  const repeatTotals = repeatMeans.map((mean, i) => mean * repeats[i]!)
  const all = fitGammaGamma(purchases, totals).parameters
  const repeatOnly = fitGammaGamma(repeats, repeatTotals).parameters
  const logNormal = fitLogNormal(purchases, totals).parameters
  const shrunken = fitShrunkenMean(purchases, totals).parameters
  const orders = purchases.reduce((sum, n) => sum + n, 0)
  const shopMean = totals.reduce((sum, total) => sum + total, 0) / orders
  const by = (predict: (n: number, total: number, i: number) => number) => accuracy(summary, totals.map((total, i) => predict(purchases[i]!, total, i)))
  return {
    gammaGamma: by((n, total) => expectedOrderValue(all, n, total)),
    repeatOnly: by((_n, _total, i) => expectedOrderValue(repeatOnly, repeats[i]!, repeatTotals[i]!)),
    logNormal: by((n, total) => expectedLogNormalOrder(logNormal, n, total)),
    shrunken: by((n, total) => expectedShrunkenOrder(shrunken, n, total)),
    own: by((n, total) => total / n),
    shop: by(() => shopMean),
  }
}

for (const file of ['cdnow_sample.csv', 'cdnow_master.csv.gz', 'online_retail_26w.csv', 'online_retail_14w.csv']) {
  test.skipIf(referenceMissing)(`F19: later orders of ${file}: every model of all purchases beats both means, and Gamma-Gamma of the repeat purchases ${MISSING}`, () => {
    const { gammaGamma, repeatOnly, logNormal, shrunken, own, shop } = backTest(spendSummary(file))
    for (const model of [gammaGamma, logNormal, shrunken]) {
      expect(model.error).toBeLessThan(own.error)
      expect(model.error).toBeLessThan(0.9 * shop.error)
      expect(model.error).toBeLessThan(0.97 * repeatOnly.error)
      expect(model.rank).toBeGreaterThan(repeatOnly.rank + 0.1)
    }
    // What one model has over another is a few percent, and not the same in every shop.
    const errors = [gammaGamma.error, logNormal.error, shrunken.error]
    expect(Math.max(...errors) / Math.min(...errors)).toBeLessThan(1.06)
    // Assumes no distribution and loses nothing by it.
    expect(shrunken.error).toBeLessThan(1.01 * gammaGamma.error)
  })
}
