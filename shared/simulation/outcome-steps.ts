import type { Levers } from '../strategies/lever.ts'
import type { AudienceCurves } from './audience.ts'
import { chebyshevValue, type ChebyshevSeries } from './chebyshev.ts'
import { gridPosition, type ExposureGrid } from './exposure-grid.ts'
import { exposureAt, flowUnder, unchanged, usual, type Flow, type TimeChange, type Timeline } from './time-change.ts'

/** What a campaign does to an audience, in cents of today, costs negative. The order in which it is told. */
export const stepIds = ['extra-purchases', 'extra-value', 'retention', 'pulled-forward', 'discount-given-away', 'incentive', 'contact', 'fixed', 'hours'] as const
export type StepId = (typeof stepIds)[number]
export type OutcomeSteps = Readonly<Record<StepId, number>>

const valueSteps: ReadonlySet<StepId> = new Set(['extra-purchases', 'extra-value', 'retention', 'pulled-forward', 'discount-given-away'])

/** Extra customer value, discount given away taken off, before costs. */
export function extraValueOf(steps: OutcomeSteps): number {
  return stepIds.reduce((sum, id) => (valueSteps.has(id) ? sum + steps[id] : sum), 0)
}

/** Costs as a positive amount. */
export function costOf(steps: OutcomeSteps): number {
  return stepIds.reduce((sum, id) => (valueSteps.has(id) ? sum : sum - steps[id]), 0)
}

/** An audience over a stretch of time, ready to be evaluated under any levers with the same window and dip. */
export type Scene = {
  readonly line: Timeline
  readonly customers: number
  readonly hourlyRateCents: number
  readonly money: (exposure: number) => number
  readonly purchases: (exposure: number) => number
  readonly moneyUnchanged: Flow
  readonly purchasesUnchanged: Flow
  /** Present value of one cent a week over the window. */
  readonly windowAnnuity: number
}

export function sceneOf(curves: AudienceCurves, grid: ExposureGrid, line: Timeline, hourlyRateCents: number): Scene {
  const along = (series: ChebyshevSeries) => (exposure: number) => chebyshevValue(series, gridPosition(grid, exposure))
  const money = along(curves.centsPerWeek)
  const purchases = along(curves.purchasesPerWeek)
  const delta = line.weeklyDiscountRate
  return {
    line, money, purchases, hourlyRateCents,
    customers: curves.customers,
    moneyUnchanged: flowUnder(line, unchanged, money),
    purchasesUnchanged: flowUnder(line, unchanged, purchases),
    windowAnnuity: delta === 0 ? line.windowEnd : -Math.expm1(-delta * line.windowEnd) / delta,
  }
}

/**
 * With the campaign less without it, told in steps that add up to the net: first more purchases, then what was brought forward, then staying
 * longer (each on top of the former, so that nothing counts twice). Extra purchases count at the margin left after their discount; the
 * discount on what would have been bought anyway is a step of its own (subsidy = p0 d S). Costs fall today, incentives and perks as they come.
 * Example: no dropout, 100.00 of sales in the window, margin .4, 10% off, 1/3 more: 33.33 x .3 = 10.00 less 10.00 given away: 0.
 */
export function outcomeSteps(scene: Scene, levers: Levers): OutcomeSteps {
  const { line, moneyUnchanged: base } = scene
  const { marginRate, discount } = levers
  const staying = timeChangeOf(levers)
  const dipped: TimeChange = [{ ...staying[0], dropoutMultiplier: 1 }, staying[1], staying[2]]
  const faster: TimeChange = [dipped[0], usual, usual]
  const run = (change: TimeChange, former: TimeChange, formerFlow: Flow) => (sameChange(change, former) ? formerFlow : flowUnder(line, change, scene.money))
  const withMore = run(faster, unchanged, base)
  const withDip = run(dipped, faster, withMore)
  const withAll = run(staying, dipped, withDip)
  const countsPurchases = levers.addedProfitPerPurchaseCents !== 0 || levers.incentivePerTakeCents !== 0
  const purchasesInWindow = countsPurchases ? purchasesOf(scene, staying) : 0
  return {
    'extra-purchases': marginRate * (withMore.total - base.total) - discount.rate * (withMore.inWindow - base.inWindow),
    'extra-value': levers.addedProfitPerPurchaseCents * purchasesInWindow + levers.haloProfitShare * base.inWindow,
    'retention': marginRate * (withAll.total - withDip.total) - discount.rate * (withAll.inWindow - withDip.inWindow),
    'pulled-forward': marginRate * (withDip.total - withMore.total) - missedLater(scene, levers),
    'discount-given-away': -discount.rate * discount.givenAwayShare * base.inWindow - levers.givenAwayPerPurchaseCents * scene.purchasesUnchanged.inWindow,
    'incentive': -levers.incentivePerTakeCents * levers.response.takeShare * purchasesInWindow - levers.perkPerCustomerWeekCents * scene.customers * scene.windowAnnuity,
    'contact': -levers.contactPerCustomerCents * scene.customers,
    'fixed': -levers.fixedCents,
    'hours': -levers.ownerHours * scene.hourlyRateCents,
  }
}

/**
 * Profit on what was brought forward from beyond the horizon: it is missing there, where nobody looks, and is no gain. As much as the rest of the dip
 * would take off at the pace of the horizon's end, for the part of the window that lies within the horizon. Zero where the dip ends in time.
 */
export function missedLater({ line, money }: Scene, levers: Levers): number {
  const { windowWeeks, dip, marginRate } = levers
  const unseenWeeks = dip.weeks - (line.dipEnd - line.windowEnd)
  if (dip.rateMultiplier === 1 || unseenWeeks <= 0) return 0
  const atEnd = money(exposureAt(line, timeChangeOf(levers), line.horizon)) * Math.exp(-line.weeklyDiscountRate * line.horizon)
  return marginRate * (1 - dip.rateMultiplier) * unseenWeeks * (line.windowEnd / windowWeeks) * atEnd
}

function purchasesOf(scene: Scene, change: TimeChange): number {
  return sameChange(change, unchanged) ? scene.purchasesUnchanged.inWindow : flowUnder(scene.line, change, scene.purchases).inWindow
}

/** What the levers do to the clock. */
export function timeChangeOf({ rateMultiplier, dropoutMultiplier, dip }: Levers): TimeChange {
  return [{ rateMultiplier, dropoutMultiplier }, { rateMultiplier: dip.rateMultiplier, dropoutMultiplier: 1 }, usual]
}

function sameChange(one: TimeChange, other: TimeChange): boolean {
  return one.every(({ rateMultiplier, dropoutMultiplier }, part) => rateMultiplier === other[part]!.rateMultiplier && dropoutMultiplier === other[part]!.dropoutMultiplier)
}
