import type { AssumptionDefinition } from './define-strategy.ts'
import { noLevers, type Levers } from './lever.ts'

/** Stands in while the owner has not said what the margin is. */
export const standInMarginRate = 0.4

type OwnerDefaults = {
  readonly durationWeeks: number
  readonly contactCents: number
  readonly fixedCents: number
  readonly ownerHours: number
}

/** What the owner decides in every strategy: how long, what it costs, what is earned. Decisions are not drawn: no uncertainty. */
export function ownerAssumptions(defaults: OwnerDefaults) {
  const decided = { min: 0, uncertainty: 0, source: 'judgement' } as const
  return {
    marginRate: { ...decided, unit: 'rate', default: standInMarginRate, max: 1, step: 0.01 },
    durationWeeks: { ...decided, unit: 'weeks', default: defaults.durationWeeks, min: 1, max: 104, step: 1 },
    contactCents: { ...decided, unit: 'cents', default: defaults.contactCents, max: 5_000, step: 5 },
    fixedCents: { ...decided, unit: 'cents', default: defaults.fixedCents, max: 1_000_000, step: 500 },
    ownerHours: { ...decided, unit: 'hours', default: defaults.ownerHours, max: 200, step: 0.5 },
  } as const satisfies Record<string, AssumptionDefinition>
}

export type OwnerValues = Readonly<Record<keyof ReturnType<typeof ownerAssumptions>, number>>

/** The levers every strategy has: the window, the margin, the costs. */
export function ownerLevers(values: OwnerValues): Levers {
  return {
    ...noLevers,
    windowWeeks: values.durationWeeks,
    marginRate: values.marginRate,
    contactPerCustomerCents: values.contactCents,
    fixedCents: values.fixedCents,
    ownerHours: values.ownerHours,
  }
}

/** A gift, or a bonus for the staff, each time the offer is taken. */
export const incentiveAssumption = {
  unit: 'cents', default: 0, min: 0, max: 5_000, step: 10, uncertainty: 0, source: 'judgement',
} as const satisfies AssumptionDefinition
