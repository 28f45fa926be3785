import { weeksOfMonths } from '../clv/present-value.ts'
import { largestRateMultiplier } from '../strategies/lever.ts'
import { chebyshevPoints } from './chebyshev.ts'

/** Chebyshev terms; an error below 1e-10 for alpha from a day up (test/shared/simulation/prepare.test.ts). */
const TERMS = 44
const LONGEST_HORIZON_MONTHS = 120

/**
 * Functions of exposure (weeks of buying weighted by how fast and how leaky: the integral of k(u) c(u)) from 0 to as far as any
 * campaign can reach in any horizon. They are smooth in log(1 + exposure / scale), so that is where they are interpolated.
 */
export type ExposureGrid = { readonly scale: number; readonly length: number; readonly exposures: Float64Array }

/** A grid whose `scale` is where the functions begin to bend: alpha of the model. */
export function exposureGrid(scale: number): ExposureGrid {
  const length = Math.log1p((largestRateMultiplier * weeksOfMonths(LONGEST_HORIZON_MONTHS)) / scale)
  const exposures = chebyshevPoints(TERMS).map((t) => scale * Math.expm1((length * (t + 1)) / 2))
  return { scale, length, exposures }
}

/** Where an exposure lies on [-1, 1]. */
export function gridPosition(grid: ExposureGrid, exposure: number): number {
  return (2 * Math.log1p(exposure / grid.scale)) / grid.length - 1
}
