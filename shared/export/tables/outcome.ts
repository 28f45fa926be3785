import type { CentsRange } from '../../contract/schema.ts'
import type { Assumption, SimulationOutcome } from '../../contract/strategies.ts'
import type { Cell, Column, Row } from '../table.ts'
import { fillIn, moneyColumn, type Words } from '../words.ts'
import { assumptionCells, audienceWords } from './scenarios.ts'

/** What a plan would bring: amounts with their range, other figures with their unit, and the assumptions that they rest on. */
export function outcomeColumns({ exports: { columns } }: Words, currency: string): readonly Column[] {
  return [
    { header: columns.part, kind: 'text' }, { header: columns.figure, kind: 'text' }, moneyColumn(columns.amount, currency), moneyColumn(columns.low, currency),
    moneyColumn(columns.high, currency), { header: columns.number, kind: 'number' }, { header: columns.unit, kind: 'text' },
  ]
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000)

/** The same figures as on screen, to the cent; amounts are the expected ones. */
export function outcomeRows(outcome: SimulationOutcome, assumptions: readonly Assumption[], words: Words): readonly Row[] {
  const { plan, exports: { outcome: own, units } } = words
  const money = (part: string, figure: string, cents: number, range?: Pick<CentsRange, 'p10' | 'p90'>): Row =>
    [part, figure, Math.round(cents), range ? Math.round(range.p10) : null, range ? Math.round(range.p90) : null, null, null]
  const number = (part: string, figure: string, value: Cell, unit: string): Row => [part, figure, null, null, null, value, unit]
  const spread = (figure: string, range: CentsRange) => money(own.result, figure, range.mean, range)
  return [
    [own.plan, plan.strategies[outcome.strategy].name, null, null, null, null, audienceWords(outcome.audience, words)],
    number(own.plan, own.customers, outcome.customers, units.customers),
    number(own.plan, own.margin, outcome.marginRate, units.rate),
    money(own.result, own.baseline, outcome.baselineClvCents),
    spread(plan.outcome.extra, outcome.extraClv), spread(plan.outcome.cost, outcome.costCents), spread(plan.outcome.net, outcome.net),
    spread(plan.outcome.givenAway, outcome.discountGivenAway),
    number(own.result, own.returnOnCost, rounded(outcome.returnOnCost?.mean ?? null), units.cents),
    number(own.result, plan.outcome.loss, outcome.lossProbability, units.rate),
    number(own.result, own.payback, rounded(outcome.paybackMonths), units.months),
    number(own.result, own.responders, rounded(outcome.expectedResponders), units.customers),
    number(own.result, own.anyway, rounded(outcome.respondersAnyway), units.customers),
    ...outcome.waterfall.map(({ id, cents, p10, p90 }) => money(plan.waterfall.title, plan.waterfall.parts[id], cents, { p10, p90 })),
    ...outcome.cumulativeNetCents.map((cents, month) => money(own.months, fillIn(own.netAfter, { month }), cents)),
    ...assumptions.map((assumption) => {
      const [name, value, unit] = assumptionCells(assumption, outcome.assumptions[assumption.id] ?? assumption.default, words)
      return number(own.assumptions, name, value, unit)
    }),
  ]
}
