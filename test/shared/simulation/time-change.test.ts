import { describe, expect, it, test } from 'vitest'
import { probabilityAlive, purchaseRate } from '../../../shared/clv/transactions/beta-geometric.ts'
import { seededRandom } from '../../../shared/random.ts'
import { exposureAt, flowUnder, timeline, unchanged, usual } from '../../../shared/simulation/time-change.ts'
import { MISSING, referenceMissing, referenceText } from '../clv/reference-data.ts'

type CampaignCase = { x: number; t_x: number; T: number; rate_mult: number; dropout_mult: number; window_weeks: number; horizon_weeks: number; bgnbd_cet: number }

describe('buying under a change of clock', () => {
  test.skipIf(referenceMissing)(`agrees with 25-digit arithmetic to 1e-9 (oracle.json, BG/NBD); ${MISSING}`, () => {
    const oracle = JSON.parse(referenceText('oracle.json')) as { campaign_time_change: CampaignCase[] }
    const parameters = { r: 0.242594, alpha: 4.413602, a: 0.792922, b: 2.425907 }
    for (const known of oracle.campaign_time_change) {
      const { x, T, window_weeks: window, horizon_weeks: horizon } = known
      const line = timeline(parameters.alpha + T, window, 0, horizon, 0)
      const after = { rateMultiplier: 1, dropoutMultiplier: known.dropout_mult }
      const flow = flowUnder(line, [{ ...after, rateMultiplier: known.rate_mult }, after, after], (exposure) => purchaseRate(parameters, x, T, exposure, 'bg-nbd'))
      const alive = probabilityAlive(parameters, { repeatPurchaseCount: x, activeSpan: known.t_x, observed: T }, 'bg-nbd')
      expect(Math.abs((alive * flow.total) / known.bgnbd_cet - 1), JSON.stringify(known)).toBeLessThan(1e-9)
    }
    expect(oracle.campaign_time_change).toHaveLength(35)
  })

  it('agrees with customers drawn one by one from the posterior (MBG/NBD)', () => {
    const parameters = { r: 0.9, alpha: 7, a: 0.8, b: 3 }
    const [x, observed, horizon] = [3, 40, 60]
    const change = [{ rateMultiplier: 1.5, dropoutMultiplier: 0.6 }, { rateMultiplier: 0.5, dropoutMultiplier: 1 }, usual] as const
    const line = timeline(parameters.alpha, 20, 10, horizon, 0)
    const flow = flowUnder(line, change, (exposure) => purchaseRate(parameters, x, observed, exposure))

    const random = seededRandom(3)
    const draws = 60_000
    let sum = 0
    let squares = 0
    for (let draw = 0; draw < draws; draw++) {
      const rate = random.gamma(parameters.r + x) / (parameters.alpha + observed)
      const leaves = random.beta(parameters.a, parameters.b + x + 1)
      let purchases = 0
      // Unit-rate arrivals on the clock of c(u): 30 weeks' worth in the window, 5 in the dip, 30 after.
      for (let clock = 0; ;) {
        clock -= Math.log(1 - random.uniform()) / rate
        if (clock > 65) break
        purchases++
        if (random.uniform() < leaves * (clock < 30 ? 0.6 : 1)) break
      }
      sum += purchases
      squares += purchases * purchases
    }
    const mean = sum / draws
    const error = Math.sqrt((squares / draws - mean * mean) / draws)
    expect(Math.abs(flow.total - mean)).toBeLessThan(4 * error)
  })

  it('counts exposure as rate times dropout over time', () => {
    const line = timeline(5, 10, 4, 52, 0)
    expect(exposureAt(line, [{ rateMultiplier: 2, dropoutMultiplier: 0.5 }, { rateMultiplier: 0.5, dropoutMultiplier: 1 }, usual], 4)).toBe(4)
    expect(exposureAt(line, [{ rateMultiplier: 2, dropoutMultiplier: 0.5 }, { rateMultiplier: 0.5, dropoutMultiplier: 1 }, usual], 20)).toBe(10 + 2 + 6)
  })

  it('integrates a level flow exactly, discounted and not, with the window cut at the horizon', () => {
    expect(flowUnder(timeline(6, 10, 5, 52, 0), unchanged, () => 3)).toMatchObject({ inWindow: expect.closeTo(30, 9), total: expect.closeTo(156, 9) })
    expect(flowUnder(timeline(6, 104, 8, 52, 0), unchanged, () => 1)).toMatchObject({ inWindow: expect.closeTo(52, 9), total: expect.closeTo(52, 9) })
    expect(flowUnder(timeline(6, 10, 5, 52, 0.002), unchanged, () => 1).total).toBeCloseTo(-Math.expm1(-0.104) / 0.002, 9)
  })
})
