import { cholesky, solveCholesky } from './cholesky.ts'
import type { Maximum } from './maximize.ts'

/**
 * Standard errors of the parameters at a maximum of a log-likelihood: the diagonal of the inverse information about their logarithms, times the parameter
 * (the delta method; Cramér 1946, section 28.4). `null`, never NaN, for a parameter at its bound, which is taken as known for the others, and for all
 * where the information has no inverse. Example: Pareto/NBD on the CDNOW sample: .0476278, .8427221, .1872787, 6.2110325 (CLVTools has
 * .0476264, .8427222, .1872594, 6.2105448: the same within 2e-4).
 */
export function standardErrors({ parameters, information, atBound }: Pick<Maximum, 'parameters' | 'information' | 'atBound'>): readonly (number | null)[] {
  const size = parameters.length
  const free = Array.from(parameters.keys()).filter((i) => !atBound[i])
  const lower = cholesky(free.flatMap((i) => free.map((j) => information[i * size + j]!)), free.length)
  return Array.from(parameters, (value, i) => {
    const place = free.indexOf(i)
    if (!lower || place < 0) return null
    const unit = free.map((_, k) => (k === place ? 1 : 0))
    return value * Math.sqrt(solveCholesky(lower, unit, free.length)[place]!)
  })
}
