import { weeksOfMonths } from '../clv/present-value.ts'
import { gaussLegendre } from '../numerics/gauss-legendre.ts'
import type { Levers } from '../strategies/lever.ts'
import { missedLater, timeChangeOf, type Scene } from './outcome-steps.ts'
import { exposureAt, type TimeChange } from './time-change.ts'

const NODES = gaussLegendre(8)

/**
 * Net per moment with the levers less without them: the integrand of the steps, so that its sum over the horizon is the net.
 * Cents of today per week at `time` weeks from today.
 */
function netPerWeek({ line, money, purchases, customers }: Scene, levers: Levers, change: TimeChange, time: number): number {
  const inWindow = time < line.windowEnd
  const multiplier = change[inWindow ? 0 : time < line.dipEnd ? 1 : 2].rateMultiplier
  const without = money(time)
  const exposure = exposureAt(line, change, time)
  const extra = multiplier * money(exposure) - without
  let net = levers.marginRate * extra
  if (inWindow) {
    const { discount, response } = levers
    net += (levers.haloProfitShare - discount.rate * discount.givenAwayShare) * without - discount.rate * extra
    net += (levers.addedProfitPerPurchaseCents - levers.incentivePerTakeCents * response.takeShare) * multiplier * purchases(exposure)
    net -= levers.givenAwayPerPurchaseCents * purchases(time) + levers.perkPerCustomerWeekCents * customers
  }
  return net * Math.exp(-line.weeklyDiscountRate * time)
}

/** Expected cumulative net in cents at the end of each month, month 0 (what is paid today) first; the last one is the net. */
export function cumulativeNet(scene: Scene, levers: Levers, horizonMonths: number): number[] {
  const { windowEnd, dipEnd } = scene.line
  const change = timeChangeOf(levers)
  let sum = -levers.contactPerCustomerCents * scene.customers - levers.fixedCents - levers.ownerHours * scene.hourlyRateCents
  const months = [sum]
  for (let month = 1; month <= horizonMonths; month++) {
    const start = weeksOfMonths(month - 1)
    const end = weeksOfMonths(month)
    const bounds = [start, ...[windowEnd, dipEnd].filter((at) => at > start && at < end), end]
    for (let piece = 1; piece < bounds.length; piece++) {
      const from = bounds[piece - 1]!
      const length = bounds[piece]! - from
      for (let k = 0; k < NODES.nodes.length; k++) sum += length * NODES.weights[k]! * netPerWeek(scene, levers, change, from + length * NODES.nodes[k]!)
    }
    months.push(month === horizonMonths ? sum - missedLater(scene, levers) : sum)
  }
  return months
}

/**
 * Months until the costs are earned back for good, within the month by straight line; `null` when they are not within the horizon. Not
 * the first time the line touches zero: a promotion can be ahead for weeks and lose it in the dip after it.
 * Example: -100, -50, 50, 60: 1.5 months. Nothing spent and nothing lost: 0.
 */
export function paybackMonths(cumulativeNetCents: readonly number[]): number | null {
  const lastShort = cumulativeNetCents.findLastIndex((net) => net < 0)
  if (lastShort === cumulativeNetCents.length - 1) return cumulativeNetCents.length === 0 ? 0 : null
  if (lastShort === -1) return 0
  const short = -cumulativeNetCents[lastShort]!
  return lastShort + short / (short + cumulativeNetCents[lastShort + 1]!)
}

