import { cholesky, solveCholesky } from '../../numerics/cholesky.ts'
import { maximize, type Evaluation, type Maximum } from '../../numerics/maximize.ts'
import { constantChurn } from './lifespan.ts'
import type { ChurnParameters } from './shifted-beta-geometric.ts'
import type { RenewalTable } from './tenures.ts'

/** What leaving looks like in a list of subscriptions, or why that cannot be told: nobody has left yet, nobody ever went on, or there are too few. */
export type SubscriptionFit =
  | {
      readonly kind: 'fitted'
      readonly parameters: ChurnParameters
      readonly logLikelihood: number
      readonly converged: boolean
      readonly iterations: number
      /** Largest absolute component of the gradient in log parameters at the stop. */
      readonly gradientNorm: number
      /** `null` where the data leave a parameter open. */
      readonly standardErrors: ChurnParameters | null
      /** 'constant-churn': no sign that some leave more easily than others; alpha and beta are then large and only their ratio says something. */
      readonly boundary: 'constant-churn' | null
      /** Whether alpha and beta are both known to within a factor e. */
      readonly identifiable: boolean
      /** Information (minus the Hessian) about the logarithms of (alpha, beta), rows of 2: at the boundary of their ratio only. */
      readonly logInformation: Float64Array
      /** Subscribers of whom the end of at least one month is known. */
      readonly subscribers: number
      readonly left: number
    }
  | { readonly kind: 'nobody-left'; readonly subscribers: number; readonly monthsObserved: number }
  | { readonly kind: 'nobody-stayed'; readonly subscribers: number }
  | { readonly kind: 'too-few'; readonly subscribers: number }

const FEWEST_SUBSCRIBERS = 10
/** Heterogeneity that raises the log-likelihood by less over one churn for all is none. */
const LEAST_GAIN = 1e-3
const LARGEST_LOG_ERROR = 1

/**
 * The log-likelihood of sBG with censoring (Fader & Hardie 2007) with its exact gradient and Hessian to (alpha, beta). Written as renewals: of
 * the subscribers of month t a share (beta+t-1)/(alpha+beta+t-1) stays, so that no beta function is called and the censored need no term of their own.
 */
function likelihood({ stayed, left }: RenewalTable): (parameters: Float64Array) => Evaluation {
  return ([alpha, beta]) => {
    if (alpha === undefined || beta === undefined) throw new RangeError('sBG has two parameters')
    const logAlpha = Math.log(alpha)
    let value = 0
    let gAlpha = 0
    let gBeta = 0
    let aa = 0
    let bb = 0
    let ab = 0
    for (let month = 0; month < stayed.length; month++) {
      const went = stayed[month]!
      const gone = left[month]!
      const stays = 1 / (beta + month)
      const all = 1 / (alpha + beta + month)
      value += gone * (logAlpha + Math.log(all)) - went * Math.log1p(alpha * stays)
      // Differences of nearly equal terms written out: alpha and beta may be large.
      gAlpha += (gone / alpha) * (beta + month) * all - went * all
      gBeta += went * alpha * stays * all - gone * all
      aa += went * all * all - gone * (1 / alpha - all) * (1 / alpha + all)
      ab += (went + gone) * all * all
      bb += went * (all - stays) * (all + stays) + gone * all * all
    }
    return { value, gradient: Float64Array.of(gAlpha, gBeta), hessian: Float64Array.of(aa, ab, ab, bb) }
  }
}

/** Standard deviations of the logarithms of the parameters; `null` where the information has no inverse or one of them is at its bound. */
function logErrors({ information, atBound }: Maximum): ChurnParameters | null {
  const lower = atBound.includes(true) ? null : cholesky(information, 2)
  if (!lower) return null
  return { alpha: Math.sqrt(solveCholesky(lower, [1, 0], 2)[0]!), beta: Math.sqrt(solveCholesky(lower, [0, 1], 2)[1]!) }
}

/**
 * Fits the shifted-beta-geometric model by plain maximum likelihood, by Newton's method in log parameters. Not with fewer than 10 subscribers of whom a
 * month is over, nor where nobody ever stayed: `kind` says so. Where nobody left, of however few, there is no churn to fit, and no infinity either: `kind` is
 * 'nobody-left', which goes before 'too-few', and the horizon bounds every value (F3).
 * Example: the "Regular" customers of Fader & Hardie 2007 over 7 years: alpha .704, beta 1.182, log-likelihood -1680.27.
 */
export function fitSubscriptions(table: RenewalTable): SubscriptionFit {
  const { stayed, left } = table
  const subscribers = (stayed[0] ?? 0) + (left[0] ?? 0)
  const gone = left.reduce((sum, count) => sum + count, 0)
  const went = stayed.reduce((sum, count) => sum + count, 0)
  const churn = constantChurn(table)
  if (churn === 0) return { kind: 'nobody-left', subscribers, monthsObserved: went }
  if (churn === null || subscribers < FEWEST_SUBSCRIBERS) return { kind: 'too-few', subscribers }
  if (churn === 1) return { kind: 'nobody-stayed', subscribers }

  const odds = (1 - churn) / churn
  const maximum = maximize(likelihood(table), [[1, odds], [20, 20 * odds]], { scale: [1, 1] })
  const [alpha = 0, beta = 0] = maximum.parameters
  const withoutDifferences = gone * Math.log(churn) + went * Math.log1p(-churn)
  const boundary = maximum.value < withoutDifferences + LEAST_GAIN ? 'constant-churn' : null
  const errors = logErrors(maximum)
  return {
    kind: 'fitted',
    parameters: { alpha, beta },
    logLikelihood: maximum.value,
    converged: maximum.converged,
    iterations: maximum.iterations,
    gradientNorm: maximum.gradientNorm,
    standardErrors: errors ? { alpha: alpha * errors.alpha, beta: beta * errors.beta } : null,
    boundary,
    identifiable: boundary === null && errors !== null && Math.max(errors.alpha, errors.beta) < LARGEST_LOG_ERROR,
    logInformation: maximum.information,
    subscribers,
    left: gone,
  }
}
