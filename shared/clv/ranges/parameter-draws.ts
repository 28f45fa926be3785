import { cholesky, solveTransposed } from '../../numerics/cholesky.ts'
import type { Random } from '../../random.ts'
import type { SpendParameters } from '../spend/gamma-gamma.ts'
import type { FittedTransactions } from '../transactions/fitted-transactions.ts'
import { parameterVector, withParameters } from '../transactions/parameter-vector.ts'
import type { ShopFit, ShopForecast } from '../valued-customers.ts'

export type ParameterDraw = { readonly fitted: FittedTransactions; readonly spend: SpendParameters }

/** A weak normal prior on every log parameter, standard deviation 2: a direction the data say nothing about stays within reason. */
const PRIOR_PRECISION = 0.25

/** Draws normal in the logarithms of the values, with covariance the inverse of the information; a parameter without information stays put. */
function normalSampler(values: readonly number[], information: Float64Array): (random: Random) => number[] {
  const size = values.length
  const known = values.map((_, i) => information[i * size + i] === 0)
  for (let extra = PRIOR_PRECISION; ; extra *= 10) {
    const matrix = information.map((value, i) => value + (i % (size + 1) === 0 ? extra : 0))
    const lower = cholesky(matrix, size)
    if (!lower) continue
    return (random) => {
      const step = solveTransposed(lower, values.map(() => random.normal()), size)
      return values.map((value, i) => (known[i] ? value : value * Math.exp(step[i]!)))
    }
  }
}

/**
 * Draws of the parameters as the data leave them uncertain: normal in the logarithms with the inverse Hessian as covariance (the Laplace
 * approximation; Gelman et al. 2013, ch. 4), the two models independently. Parameters that stopped at the edge stay there.
 * Example: with 100,000 customers every draw is within a few percent of the fit.
 */
export function parameterSampler(fit: ShopFit, { fitted, logInformation }: Pick<ShopForecast, 'fitted' | 'logInformation'>): (random: Random) => ParameterDraw {
  const { p, q, gamma } = fit.spend.parameters
  const transactions = normalSampler(parameterVector(fitted), logInformation)
  const value = normalSampler([p, q, gamma], fit.spendLogInformation)
  return (random) => {
    const vector = transactions(random)
    const [p1 = p, q1 = q, gamma1 = gamma] = value(random)
    return { fitted: withParameters(fitted, vector), spend: { p: p1, q: q1, gamma: gamma1 } }
  }
}
