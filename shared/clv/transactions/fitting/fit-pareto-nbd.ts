import { gaussLegendre } from '../../../numerics/gauss-legendre.ts'
import type { Evaluation, Maximum } from '../../../numerics/maximize.ts'
import { STRETCH, type ParetoParameters } from '../pareto-nbd.ts'
import { maximizeLikelihood } from './maximize-likelihood.ts'
import type { PurchasePatterns } from './purchase-patterns.ts'
import { customerCount, meanObserved, risingFactorials, survivalCounts } from './survival-counts.ts'

export type ParetoFit = { readonly parameters: ParetoParameters; readonly maximum: Maximum }

/** Nodes for an interval up to this length in its logarithmic variable: each good to a few in 1e9 at worst, to 1e-11 as a rule. */
const RULES = [[0.5, gaussLegendre(8)], [3, gaussLegendre(12)], [Infinity, gaussLegendre(24)]] as const
/** A stretch by less than this is none, and would cost digits. */
const NO_STRETCH = 1e-4

/**
 * The log-likelihood of Pareto/NBD with its exact gradient and Hessian to (r, alpha, s, beta). A history's likelihood is that of being alive plus an integral over
 * the moment y of leaving (see logOddsLeft in pareto-nbd.ts), and so are its derivatives: under the integral only powers of four figures appear,
 * ln(alpha+y), 1/(alpha+y), ln(beta+y) and 1/(beta+y), of which the first and second moments are taken at the nodes. In the loop over nodes they are
 * named after the smaller of alpha and beta (near) and the larger (far): so the logarithms are those of the ratio to the moment of the last purchase.
 */
export function likelihood(patterns: PurchasePatterns): (parameters: Float64Array) => Evaluation {
  const { repeatPurchaseCount, activeSpan, observed, weight } = patterns
  const survivors = survivalCounts(patterns)
  const customers = customerCount(patterns)
  const size = repeatPurchaseCount.length

  return ([r, alpha, s, beta]) => {
    if (r === undefined || alpha === undefined || s === undefined || beta === undefined) throw new RangeError('Pareto/NBD has four parameters')
    const purchases = risingFactorials(survivors, r)
    const logS = Math.log(s)
    const inverseS = 1 / s
    let value = purchases.value + customers * (r * Math.log(alpha) + s * Math.log(beta))
    let gR = purchases.slope + customers * Math.log(alpha)
    let gAlpha = (customers * r) / alpha
    let gS = customers * Math.log(beta)
    let gBeta = (customers * s) / beta
    let rr = purchases.bend
    let rAlpha = customers / alpha
    let rS = 0
    let rBeta = 0
    let alphaAlpha = (-customers * r) / (alpha * alpha)
    let alphaS = 0
    let alphaBeta = 0
    let ss = 0
    let sBeta = customers / beta
    let betaBeta = (-customers * s) / (beta * beta)

    const buyingNear = alpha <= beta
    const smaller = buyingNear ? alpha : beta
    const between = Math.abs(beta - alpha)
    for (let i = 0; i < size; i++) {
      const w = weight[i]!
      const e = r + repeatPurchaseCount[i]!
      const iA = 1 / (alpha + observed[i]!)
      const iB = 1 / (beta + observed[i]!)
      const lA = Math.log(alpha + observed[i]!)
      const lB = Math.log(beta + observed[i]!)
      const logAlive = -e * lA - s * lB
      const near = smaller + activeSpan[i]!
      const far = near + between
      const logNear = Math.log(near)
      const logFar = Math.log(far)
      const width = (buyingNear ? lA : lB) - logNear

      // Moments of the moment of leaving: l the logarithm of the ratio, i the inverse; N near, F far.
      let all = 0
      let lN = 0
      let iN = 0
      let lF = 0
      let iF = 0
      let lNlN = 0
      let lNiN = 0
      let lNlF = 0
      let lNiF = 0
      let iNiN = 0
      let iNlF = 0
      let iNiF = 0
      let lFlF = 0
      let lFiF = 0
      let iFiF = 0
      let alive = 1
      let scale = 0
      let logMost = logAlive
      if (width > 0) {
        const nearPower = buyingNear ? e : s + 1
        const farPower = buyingNear ? s + 1 : e
        const fall = (nearPower - 1 + (farPower * near) / far) / STRETCH
        const stretch = Math.abs(fall) < NO_STRETCH ? NO_STRETCH : fall
        const mapped = -Math.expm1(-stretch * width)
        const perStretch = -1 / stretch
        const rise = stretch - nearPower + 1
        const { nodes, weights } = (width < RULES[0][0] ? RULES[0] : width < RULES[1][0] ? RULES[1] : RULES[2])[1]
        for (let k = 0; k < nodes.length; k++) {
          const logN = Math.log(1 - nodes[k]! * mapped) * perStretch
          const atNear = near * Math.exp(logN)
          const atFar = atNear + between
          const logF = Math.log(atFar) - logFar
          const part = weights[k]! * Math.exp(rise * logN - farPower * logF)
          const inverseN = 1 / atNear
          const inverseF = 1 / atFar
          const partLogN = part * logN
          const partN = part * inverseN
          const partLogF = part * logF
          const partF = part * inverseF
          all += part
          lN += partLogN
          iN += partN
          lF += partLogF
          iF += partF
          lNlN += partLogN * logN
          lNiN += partLogN * inverseN
          lNlF += partLogN * logF
          lNiF += partLogN * inverseF
          iNiN += partN * inverseN
          iNlF += partN * logF
          iNiF += partN * inverseF
          lFlF += partLogF * logF
          lFiF += partLogF * inverseF
          iFiF += partF * inverseF
        }
        const logLeft = logS - (nearPower - 1) * logNear - farPower * logFar
        logMost = logAlive > logLeft ? logAlive : logLeft
        alive = Math.exp(logAlive - logMost)
        scale = (Math.exp(logLeft - logMost) * mapped) / stretch
      }
      const total = alive + scale * all
      value += w * (logMost + Math.log(total))
      // From here on shares: of being alive, and, as `scale`, of every unit of the moments; then the moments of the logarithms themselves.
      alive /= total
      scale /= total
      const left = scale * all
      const meanN = scale * lN + left * logNear
      const meanF = scale * lF + left * logFar
      const squareN = scale * lNlN + logNear * (meanN + scale * lN)
      const squareF = scale * lFlF + logFar * (meanF + scale * lF)
      const logBoth = scale * lNlF + logNear * scale * lF + logFar * meanN
      const ownN = scale * (lNiN + logNear * iN)
      const ownF = scale * (lFiF + logFar * iF)
      const crossN = scale * (lNiF + logNear * iF)
      const crossF = scale * (iNlF + logFar * iN)
      const logA = buyingNear ? meanN : meanF
      const logB = buyingNear ? meanF : meanN
      const inverseA = scale * (buyingNear ? iN : iF)
      const inverseB = scale * (buyingNear ? iF : iN)

      const dR = -alive * lA - logA
      const dAlpha = -e * (alive * iA + inverseA)
      const dS = left * inverseS - alive * lB - logB
      const dBeta = -s * alive * iB - (s + 1) * inverseB
      gR += w * dR
      gAlpha += w * dAlpha
      gS += w * dS
      gBeta += w * dBeta
      rr += w * (alive * lA * lA + (buyingNear ? squareN : squareF) - dR * dR)
      rAlpha += w * (alive * (e * lA - 1) * iA + e * (buyingNear ? ownN : ownF) - inverseA - dR * dAlpha)
      rS += w * (alive * lA * lB + logBoth - logA * inverseS - dR * dS)
      rBeta += w * (s * alive * lA * iB + (s + 1) * (buyingNear ? crossN : crossF) - dR * dBeta)
      alphaAlpha += w * (e * (e + 1) * (alive * iA * iA + scale * (buyingNear ? iNiN : iFiF)) - dAlpha * dAlpha)
      alphaS += w * (e * (alive * iA * lB + (buyingNear ? crossF : crossN) - inverseA * inverseS) - dAlpha * dS)
      alphaBeta += w * (e * (s * alive * iA * iB + (s + 1) * scale * iNiF) - dAlpha * dBeta)
      ss += w * (alive * lB * lB + (buyingNear ? squareF : squareN) - 2 * inverseS * logB - dS * dS)
      sBeta += w * (alive * iB * (s * lB - 1) + (s + 1) * ((buyingNear ? ownF : ownN) - inverseS * inverseB) - inverseB - dS * dBeta)
      betaBeta += w * ((s + 1) * (s * alive * iB * iB + (s + 2) * scale * (buyingNear ? iFiF : iNiN)) - dBeta * dBeta)
    }
    return {
      value,
      gradient: Float64Array.of(gR, gAlpha, gS, gBeta),
      hessian: Float64Array.of(rr, rAlpha, rS, rBeta, rAlpha, alphaAlpha, alphaS, alphaBeta, rS, alphaS, ss, sBeta, rBeta, alphaBeta, sBeta, betaBeta),
    }
  }
}

/** Starts relative to the mean observation time: the usual shop, and one whose customers hardly ever leave. */
const STARTS = [[0.6, 0.4, 0.6, 0.4], [1, 1, 0.05, 1]] as const

/**
 * Maximum likelihood of Pareto/NBD (Schmittlein, Morrison & Colombo 1987) by Newton's method in log parameters. Plain: no penalty, so that it can be compared
 * with other software. Stops cleanly at the edge where no leaving can be told from the data (s -> 0 or beta -> infinity), where it is the NBD.
 * Example: CDNOW sample in weeks: r .553277, alpha 10.577682, s .606240, beta 11.668739, log-likelihood -9594.976179.
 */
export function fitParetoNbd(patterns: PurchasePatterns): ParetoFit {
  const time = meanObserved(patterns)
  const maximum = maximizeLikelihood(patterns, { likelihood, starts: STARTS, scale: [1, time, 1, time] })
  const [r = 0, alpha = 0, s = 0, beta = 0] = maximum.parameters
  return { parameters: { r, alpha, s, beta }, maximum }
}
