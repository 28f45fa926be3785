import { cholesky, solveTransposed } from '../../numerics/cholesky.ts'
import type { Random } from '../../random.ts'
import { assertNever } from '../../result.ts'
import type { SubscriptionFit } from './fit-subscriptions.ts'
import type { ChurnParameters } from './shifted-beta-geometric.ts'

/** A weak normal prior on both logarithms, standard deviation 2, as for the shop models. */
const PRIOR_PRECISION = 0.25
/** With so much in alpha + beta the chance to leave is as good as the same for everybody. */
const SAME_FOR_ALL = 1e9

/** Retention 1 in every period. */
export const NOBODY_LEAVES: ChurnParameters = { alpha: 0, beta: 1 }

/**
 * The parameters that stand for a fit: those fitted, or for a shop that nobody has left yet those under which nobody does; `null` without either.
 * Example: nobody left: alpha 0, beta 1.
 */
export function churnParameters(fit: SubscriptionFit): ChurnParameters | null {
  switch (fit.kind) {
    case 'fitted': return fit.parameters
    case 'nobody-left': return NOBODY_LEAVES
    case 'nobody-stayed':
    case 'too-few': return null
    default: return assertNever(fit)
  }
}

/**
 * Draws of the parameters as the data leave them uncertain: normal in the logarithms with the inverse Hessian as covariance (the Laplace approximation;
 * Gelman et al. 2013, ch. 4). Where nobody left in n months, one churn for all from Beta(1/2, n + 1/2) (Jeffreys; Brown, Cai & DasGupta 2001).
 * `null` where there is no estimate.
 * Example: over many draws the logarithms spread as the standard errors say.
 */
export function churnSampler(fit: SubscriptionFit): ((random: Random) => ChurnParameters) | null {
  if (fit.kind === 'nobody-left') {
    return (random) => {
      const churn = random.beta(0.5, fit.monthsObserved + 0.5)
      return { alpha: churn * SAME_FOR_ALL, beta: (1 - churn) * SAME_FOR_ALL }
    }
  }
  if (fit.kind !== 'fitted') return null
  const { parameters: { alpha, beta }, logInformation } = fit
  for (let precision = PRIOR_PRECISION; ; precision *= 10) {
    const lower = cholesky(logInformation.map((value, i) => value + (i === 1 || i === 2 ? 0 : precision)), 2)
    if (!lower) continue
    return (random) => {
      const [a = 0, b = 0] = solveTransposed(lower, [random.normal(), random.normal()], 2)
      return { alpha: alpha * Math.exp(a), beta: beta * Math.exp(b) }
    }
  }
}
