import { DAYS_PER_WEEK, formatIsoDay } from '../calendar.ts'
import type { FitSummary } from '../contract/customers.ts'
import type { PurchaseSummary } from '../customers/sales-ledger.ts'
import type { Maximum } from '../numerics/maximize.ts'
import { standardErrors } from '../numerics/standard-errors.ts'
import { showsLeaving } from './choosing/candidates.ts'
import { spendCorrelation } from './spend/correlation.ts'
import { fitGammaGamma } from './spend/gamma-gamma.ts'
import { fitBetaGeometric, fitSmallShop } from './transactions/fitting/fit-beta-geometric.ts'
import { purchasePatterns } from './transactions/fitting/purchase-patterns.ts'
import { isSmall } from './transactions/fitted-transactions.ts'
import type { ShopFit } from './valued-customers.ts'

const FEWEST_CUSTOMERS = 10
const FEWEST_RETURNING = 3
const CENTS = 100

/** Why there is no fit: a key of the errors' texts. */
export type FitResult = { readonly fit: ShopFit; readonly reason: null } | { readonly fit: null; readonly reason: 'fit-not-possible' | 'no-customers-yet' }

function errorsOf<Name extends string>(maximum: Maximum, names: readonly Name[]): Record<Name, number | null> {
  const errors = standardErrors(maximum)
  return Object.fromEntries(names.map((name, i) => [name, errors[i] ?? null])) as Record<Name, number | null>
}

/** The information about the parameters that could move; a parameter at its bound is taken as known. */
export function freeInformation({ information, atBound }: Maximum): Float64Array {
  const size = atBound.length
  return information.map((value, i) => (atBound[Math.floor(i / size)] || atBound[i % size] ? 0 : value))
}

/**
 * Fits a shop: MBG/NBD on its purchases in weeks and Gamma-Gamma on the value of all its purchases in whole units of money (cents / 100),
 * both by maximum likelihood; MBG/NBD of a shop of under 500 customers penalised (fitSmallShop). No fit (with the reason) for fewer than 10 customers or fewer than 3 who came back: nothing could be told
 * from them. `atBoundary` says that the optimum has no leaving in it: the data cannot show it, as with a history that began mid-way
 * (Online Retail). Example: CDNOW sample until 1997-09-30 gives r .524843, alpha 6.183085, a .891359, b 1.614002.
 */
export function fitShop(summary: PurchaseSummary): FitResult {
  let customers = 0
  let returning = 0
  for (const count of summary.purchaseCount) {
    if (count > 0) customers++
    if (count > 1) returning++
  }
  if (customers === 0) return { fit: null, reason: 'no-customers-yet' }
  if (customers < FEWEST_CUSTOMERS || returning < FEWEST_RETURNING) return { fit: null, reason: 'fit-not-possible' }

  const patterns = purchasePatterns(summary, DAYS_PER_WEEK)
  const isShrunk = isSmall(patterns)
  const { parameters, maximum } = isShrunk ? fitSmallShop(patterns) : fitBetaGeometric(patterns)
  const spend = fitGammaGamma(summary.purchaseCount, summary.purchaseCents.map((cents) => cents / CENTS))
  const finite = [...Object.values(parameters), ...Object.values(spend.parameters), maximum.value, spend.maximum.value].every(Number.isFinite)
  if (!finite || spend.customers === 0) return { fit: null, reason: 'fit-not-possible' }
  const fit: ShopFit = {
    model: 'mbg-nbd',
    timeUnit: 'week',
    parameters,
    logLikelihood: maximum.value,
    converged: maximum.converged,
    iterations: maximum.iterations,
    gradientNorm: maximum.gradientNorm,
    atBoundary: !showsLeaving(parameters),
    isShrunk,
    standardErrors: errorsOf(maximum, ['r', 'alpha', 'a', 'b']),
    customers,
    observedUntil: formatIsoDay(summary.observedUntilDay),
    spend: {
      model: 'gamma-gamma',
      parameters: spend.parameters,
      logLikelihood: spend.maximum.value,
      converged: spend.maximum.converged,
      iterations: spend.maximum.iterations,
      customers: spend.customers,
      standardErrors: errorsOf(spend.maximum, ['p', 'q', 'gamma']),
      correlation: spendCorrelation(summary.purchaseCount, summary.purchaseCents)?.verdict ?? null,
    },
    evaluations: maximum.evaluations + spend.maximum.evaluations,
    logInformation: freeInformation(maximum),
    spendLogInformation: freeInformation(spend.maximum),
  }
  return { fit, reason: null }
}

/** What of a fit is shown and crosses to the window. Example: it has no `logInformation`. */
export function fitSummaryOf(fit: ShopFit): FitSummary {
  const { evaluations: _evaluations, logInformation: _information, spendLogInformation: _spendInformation, ...summary } = fit
  return summary
}
