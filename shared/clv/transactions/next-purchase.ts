import { assertNever } from '../../result.ts'
import { isPossibleHistory, type PurchaseHistory } from './beta-geometric.ts'
import type { FittedTransactions } from './fitted-transactions.ts'
import { chanceGivenAlive } from './regular-buying-counts.ts'

/** Halvings of the interval in which the answer lies: to a part in a million million. */
const HALVINGS = 40

/** The time within which a share buys whose rates are Gamma(shape, rate): the quantile of a Lomax distribution (Lomax 1954), rate ((1 - share)^(-1/shape) - 1). */
function lomaxQuantile(shape: number, rate: number, share: number): number {
  return rate * Math.expm1(-Math.log1p(-share) / shape)
}

/** The same for regular buyers, for whom the ticks behind count: by bisection between no time and a time that is surely too long. */
function regularQuantile(chanceWithin: (weeks: number) => number, share: number): number {
  let high = 1
  while (chanceWithin(high) < share && high < Number.MAX_SAFE_INTEGER) high *= 2
  let low = 0
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (chanceWithin(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * Within how many weeks from the end of data a share (0 to 1, exclusive) of customers with this history, who still are customers and stay, make their next
 * purchase; .5 is the median. Without a memory (all models but regular buying) the silence so far does not count. Under Pareto/NBD leaving before it is left
 * out, as under the others, where nobody leaves without a purchase. NaN for a share outside 0 to 1 or a history that cannot be
 * (`isPossibleHistory`); parameters are not checked.
 * Example: NBD with r 1, alpha 10 after 1 repeat purchase in 10 weeks: half buy within 20 (sqrt 2 - 1) = 8.284 weeks.
 */
export function weeksUntilNext(fitted: FittedTransactions, history: PurchaseHistory, share: number): number {
  if (!(share > 0 && share < 1) || !isPossibleHistory(history)) return Number.NaN
  const { repeatPurchaseCount: x, observed } = history
  switch (fitted.model) {
    case 'mbg-nbd':
    case 'pareto-nbd':
    case 'nbd': return lomaxQuantile(fitted.parameters.r + x, fitted.parameters.alpha + observed, share)
    case 'established-nbd': return lomaxQuantile(fitted.parameters.r + x + 1, fitted.parameters.alpha + fitted.window, share)
    case 'mbg-cnbd-k': return regularQuantile((weeks) => 1 - chanceGivenAlive(fitted.parameters, history, weeks, 0), share)
    default: return assertNever(fitted)
  }
}
