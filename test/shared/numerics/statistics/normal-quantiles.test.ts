import { expect, test } from 'vitest'
import { integrate } from '../../../../shared/numerics/integrate.ts'
import { NORMAL_P90, NORMAL_P975 } from '../../../../shared/numerics/statistics/normal-quantiles.ts'

test.each([[NORMAL_P90, 0.9], [NORMAL_P975, 0.975]])('below %d lies %d of the normal distribution', (quantile, share) => {
  expect(0.5 + integrate((x) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI), 0, quantile)).toBeCloseTo(share, 14)
})
