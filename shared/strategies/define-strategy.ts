import type { Assumption, Audience, StrategyName } from '../contract/strategies.ts'
import type { Levers } from './lever.ts'

export type AssumptionDefinition = Omit<Assumption, 'id'>

export type Strategy<Id extends string = string> = {
  readonly strategy: StrategyName
  /** For whom, unless the owner chooses otherwise. */
  readonly audience: Audience
  readonly assumptions: readonly (Assumption & { readonly id: Id })[]
  /** Pure: the value of every assumption in, what it does to a customer out. */
  readonly levers: (values: Readonly<Record<string, number>>) => Levers
}

type Definition<Id extends string> = {
  readonly strategy: StrategyName
  readonly audience: Audience
  readonly assumptions: Readonly<Record<Id, AssumptionDefinition>>
  readonly levers: (values: Readonly<Record<Id, number>>) => Levers
}

/** A strategy whose levers can only ask for assumptions it has. */
export function defineStrategy<Id extends string>(definition: Definition<Id>): Strategy<Id> {
  const assumptions = Object.entries<AssumptionDefinition>(definition.assumptions).map(([id, assumption]) => ({ id: id as Id, ...assumption }))
  return {
    strategy: definition.strategy,
    audience: definition.audience,
    assumptions,
    levers: (values) => {
      const missing = assumptions.find(({ id }) => values[id] === undefined)
      if (missing) throw new RangeError(`The assumption ${missing.id} of ${definition.strategy} has no value`)
      return definition.levers(values)
    },
  }
}
