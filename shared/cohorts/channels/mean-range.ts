import { wholeCents } from '../../clv/formulas/historic.ts'
import { NORMAL_P975 } from '../../numerics/statistics/normal-quantiles.ts'
import { studentQuantile } from '../../numerics/statistics/student-quantile.ts'

const FEWEST_VALUES = 3

export type MeanRange = {
  /** Whole cents. */
  readonly meanCents: number
  /** 95% range of the mean; `null` for fewer than three customers. */
  readonly range: { readonly lowCents: number; readonly highCents: number } | null
}

/**
 * The mean of a column over some rows with its 95% range by Student's t (1908), in whole cents: how much the average depends on which customers happened to come.
 * It leaves out what a model does not know, which moves all channels alike. `null` for no rows.
 * Example: of 1000, 1200 and 1400 the mean is 1200, from 707 to 1693.
 */
export function meanRange(cents: Float64Array, rows: readonly number[]): MeanRange | null {
  const count = rows.length
  if (count === 0) return null
  const mean = rows.reduce((sum, row) => sum + cents[row]!, 0) / count
  if (count < FEWEST_VALUES) return { meanCents: wholeCents(mean), range: null }
  const squares = rows.reduce((sum, row) => sum + (cents[row]! - mean) ** 2, 0)
  const half = studentQuantile(NORMAL_P975, count - 1) * Math.sqrt(squares / (count - 1) / count)
  return { meanCents: wholeCents(mean), range: { lowCents: wholeCents(mean - half), highCents: wholeCents(mean + half) } }
}
