import type { Assumption, Audience, Scenario } from '../../contract/strategies.ts'
import { assertNever } from '../../result.ts'
import { amountText } from '../csv.ts'
import type { Cell, Column, Row } from '../table.ts'
import { fillIn, type Words } from '../words.ts'

/** An audience in words, as on screen. Example: the best tenth is 'top 10% by customer value'. */
export function audienceWords(audience: Audience, { plan: { audience: { said } } }: Words): string {
  switch (audience.kind) {
    case 'everyone': case 'one-time': case 'lapsing': return said[audience.kind]
    case 'top-share': return fillIn(said['top-share'], { share: `${Math.round(audience.share * 100)}%` })
    case 'value-band': return fillIn(said['value-band'], { from: amountText(audience.fromCents), to: amountText(audience.toCents) })
    default: return assertNever(audience)
  }
}

/** The name and the value of an assumption with its unit; amounts in whole units of the currency. */
export function assumptionCells({ id, unit }: Pick<Assumption, 'id' | 'unit'>, value: number, { plan, exports: { units } }: Words): readonly [name: string, value: Cell, unit: string] {
  const words: Readonly<Record<string, { readonly name: string }>> = plan.assumptions.words
  return [words[id]?.name ?? id, unit === 'cents' ? value / 100 : value, units[unit]]
}

/** Every kept scenario, a row for each of its assumptions. */
export function scenariosColumns({ exports: { columns } }: Words): readonly Column[] {
  return [
    { header: columns.scenario, kind: 'text' }, { header: columns.idea, kind: 'text' }, { header: columns.audience, kind: 'text' }, { header: columns.changedOn, kind: 'moment' },
    { header: columns.assumption, kind: 'text' }, { header: columns.assumptionValue, kind: 'number' }, { header: columns.unit, kind: 'text' },
  ]
}

/** `assumptions` are those of the scenario's idea; what the scenario does not say has their usual value. `localMoment` as in the import history. */
export function scenarioRows(scenario: Scenario, assumptions: readonly Assumption[], words: Words, localMoment: (timestamp: string) => string): readonly Row[] {
  const about = [scenario.name, words.plan.strategies[scenario.strategy].name, audienceWords(scenario.audience, words), localMoment(scenario.updatedAt)]
  return assumptions.map((assumption) => [...about, ...assumptionCells(assumption, scenario.assumptions[assumption.id] ?? assumption.default, words)])
}
