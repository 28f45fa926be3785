import { sampleWarning } from '../../calculators/lifespan/sample.ts'
import { wholeCents } from '../../clv/formulas/historic.ts'
import type { Basis } from '../../contract/customers.ts'
import { paybackMonths } from '../../simulation/payback.ts'
import { type CohortInput, type CohortTriangle, trianglesOf } from '../cohort-triangle.ts'
import { groupByLabel, labelKey, type LabelGroup } from '../label-groups.ts'
import { newCustomerValue } from '../new-customer-value.ts'
import { type BudgetShift, budgetShifts, type Range } from './budget-shift.ts'
import { type ChannelCost, matchCosts, type UnmatchedCost } from './match-costs.ts'
import { type MeanRange, meanRange } from './mean-range.ts'

export type ChannelPayback =
  | { readonly kind: 'paid-back'; readonly months: number }
  | { readonly kind: 'not-within-months-seen'; readonly monthsSeen: number }
  /** Costs are paid from margin: without one nothing can be said. */
  | { readonly kind: 'margin-unknown' }

/** Of the customers whose acquisition cost is known: first seen in a month in which the channel cost something. */
export type ChannelAcquisition = {
  readonly customers: number
  readonly isThin: boolean
  readonly costCents: number
  /** Cost per customer, whole cents. */
  readonly acquisitionCostCents: number
  readonly clv: MeanRange
  /** Value per unit of cost (B5), and its 95% range; `null` where nothing was paid, the range also under three customers. */
  readonly clvToCostRatio: number | null
  readonly ratioRange: Range | null
  readonly payback: ChannelPayback
  readonly budgetShift: BudgetShift | null
}

export type ChannelValue = {
  readonly group: LabelGroup
  /** Who ever bought. */
  readonly customers: number
  /** Under twenty customers (B6). */
  readonly isThin: boolean
  /** Of all of them; `null` where there are none. */
  readonly clv: MeanRange | null
  /** `null` where no cost is known. */
  readonly acquisition: ChannelAcquisition | null
}

export type ChannelReport = {
  /** Of the values, and so of the ratios: a ratio of revenue says nothing of profit. Payback is on gross profit always. */
  readonly basis: Basis
  /** Most customers first, then others together and who has no channel. */
  readonly channels: readonly ChannelValue[]
  /** Costs that are in no figure. */
  readonly unmatchedCosts: readonly UnmatchedCost[]
}

export type ChannelInput = CohortInput & {
  /** One per customer of the ledger; `null` where it is not known. */
  readonly channels: readonly (string | null)[]
  readonly costs: readonly ChannelCost[]
  /** Whole cents per customer of the ledger. Value so far is more for who came earlier: compare channels by it only where they ran in the same months. */
  readonly clv: { readonly basis: Basis; readonly cents: Float64Array }
  /** So many channels are shown apart, and every channel with a cost. */
  readonly most: number
}

/**
 * What the customers of each channel are worth and what it cost to win them (C19, B5): customers, cost per customer, customer value with its 95% range, their ratio, payback and
 * the direction of a budget shift (`budgetShifts`; thin channels are not judged). Cost, value, ratio and payback are of the same customers (`matchCosts`).
 * Payback: the first whole month after which the expected cumulative gross profit of those customers (`newCustomerValue`) has earned back the cost per
 * customer and stays above it (CLV against cost: Blattberg & Deighton 1996). Without customers there are no channels.
 * Example: 25 customers for 50000 cents, of 3000 gross profit in the first month: 2000 each, ratio 1.5, paid back in 1 month.
 */
export function channelValues(input: ChannelInput): ChannelReport {
  const { channels, summary, clv } = input
  const { byChannel, unmatched } = matchCosts(input.costs, { ...summary, labels: channels })
  const { groups, groupOf } = groupByLabel(channels, summary.firstDay, input.most, new Set(byChannel.keys()))
  const rowsOf = groups.map((): number[] => [])
  groupOf.forEach((group, row) => { if (summary.firstDay[row] !== -1) rowsOf[group]!.push(row) })

  const costs = groups.map((group) => (group.kind === 'label' ? byChannel.get(labelKey(group.label) ?? '') ?? null : null))
  const costGroupOf = new Int32Array(groupOf.length).fill(-1)
  costs.forEach((cost, group) => cost?.rows.forEach((row) => { costGroupOf[row] = group }))
  const triangles = trianglesOf(input, costGroupOf, groups.length)

  const valued = groups.map((group, at): ChannelValue => {
    const rows = rowsOf[at]!
    const isThin = sampleWarning(rows.length, 'average') !== null
    const cost = costs[at]
    const acquisition = cost ? acquisitionOf(cost.costCents, cost.rows, clv.cents, triangles[at]!) : null
    return { group, customers: rows.length, isThin, clv: meanRange(clv.cents, rows), acquisition }
  })
  const shifts = budgetShifts(valued.map(({ acquisition }) => (acquisition && !acquisition.isThin ? acquisition.ratioRange : null)))
  return {
    basis: clv.basis,
    channels: valued.map((channel, at) => (channel.acquisition ? { ...channel, acquisition: { ...channel.acquisition, budgetShift: shifts[at] ?? null } } : channel)),
    unmatchedCosts: unmatched,
  }
}

function acquisitionOf(costCents: number, rows: readonly number[], clvCents: Float64Array, triangle: CohortTriangle): ChannelAcquisition | null {
  const clv = meanRange(clvCents, rows)
  if (!clv) return null
  const each = costCents / rows.length
  return {
    customers: rows.length,
    isThin: sampleWarning(rows.length, 'average') !== null,
    costCents,
    acquisitionCostCents: wholeCents(each),
    clv,
    clvToCostRatio: each > 0 ? clv.meanCents / each : null,
    ratioRange: each > 0 && clv.range ? { low: clv.range.lowCents / each, high: clv.range.highCents / each } : null,
    payback: paybackOf(each, triangle),
    budgetShift: null,
  }
}

function paybackOf(costEachCents: number, triangle: CohortTriangle): ChannelPayback {
  if (triangle.basis === 'revenue') return { kind: 'margin-unknown' }
  const { byMonth } = newCustomerValue(triangle)
  const months = paybackMonths([-costEachCents, ...byMonth.map(({ valueCents }) => valueCents - costEachCents)])
  return months === null ? { kind: 'not-within-months-seen', monthsSeen: byMonth.length } : { kind: 'paid-back', months: Math.ceil(months) }
}
