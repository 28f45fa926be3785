import type { Assumption, StrategyName } from '../../../../shared/contract/strategies.ts'
import type { Table } from '../../../../shared/export/table.ts'
import { outcomeColumns, outcomeRows } from '../../../../shared/export/tables/outcome.ts'
import { scenarioRows, scenariosColumns } from '../../../../shared/export/tables/scenarios.ts'
import { simulate } from '../../../../shared/simulation/simulate.ts'
import { describeStrategies } from '../../../../shared/strategies/index.ts'
import { readScenarios } from '../../database/scenario-store.ts'
import type { WorkspaceSettings } from '../../database/settings-store.ts'
import { inPages, localMoment, type Sources, type TableRequest } from '../sources.ts'

const ROWS_PER_PAGE = 1000

function assumptionsOf(strategy: StrategyName, settings: WorkspaceSettings): readonly Assumption[] {
  return describeStrategies(settings).find((each) => each.strategy === strategy)?.assumptions ?? []
}

/** What a plan would bring, computed once more: the same plan gives the same figures as on screen. */
export async function outcomeTable({ simulation }: TableRequest<'outcome'>, { valuation, words, settings }: Sources): Promise<Table> {
  const { prepared } = await valuation()
  const outcome = simulate(prepared(), simulation, settings)
  const rows = outcomeRows(outcome, assumptionsOf(simulation.strategy, settings), words)
  return { title: words.exports.titles.outcome, columns: outcomeColumns(words, settings.currency), pages: inPages(rows, ROWS_PER_PAGE, (page) => page) }
}

export async function scenariosTable({ reader, words, settings }: Sources): Promise<Table> {
  const rows = (await readScenarios(reader)).flatMap((scenario) => scenarioRows(scenario, assumptionsOf(scenario.strategy, settings), words, localMoment))
  return { title: words.exports.titles.scenarios, columns: scenariosColumns(words), pages: inPages(rows, ROWS_PER_PAGE, (page) => page) }
}
