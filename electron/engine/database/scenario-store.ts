import type { Scenario } from '../../../shared/contract/strategies.ts'
import type { Reader, Writer } from './connection.ts'

type ScenarioRow = {
  readonly scenario_id: number; readonly name: string; readonly strategy: Scenario['strategy']
  readonly audience: string; readonly assumptions: string; readonly updated_at: string
}

function toScenario(row: ScenarioRow): Scenario {
  return {
    scenarioId: row.scenario_id,
    name: row.name,
    strategy: row.strategy,
    audience: JSON.parse(row.audience) as Scenario['audience'],
    assumptions: JSON.parse(row.assumptions) as Scenario['assumptions'],
    updatedAt: row.updated_at,
  }
}

/** Newest change first. */
export async function readScenarios(reader: Reader): Promise<Scenario[]> {
  return (await reader.all<ScenarioRow>('SELECT * FROM scenario ORDER BY updated_at DESC, scenario_id DESC')).map(toScenario)
}

/** Without an id, or with one that was removed meanwhile, a new scenario is kept: what the owner typed is never lost. */
export async function saveScenario(writer: Writer, scenario: Omit<Scenario, 'scenarioId'> & { readonly scenarioId?: number | undefined }): Promise<Scenario> {
  const { scenarioId, name, strategy, audience, assumptions, updatedAt } = scenario
  const row = await writer.get<ScenarioRow>(`
    INSERT INTO scenario (scenario_id, name, strategy, audience, assumptions, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (scenario_id) DO UPDATE SET name = ?2, strategy = ?3, audience = ?4, assumptions = ?5, updated_at = ?6
    RETURNING *`,
    [scenarioId ?? null, name, strategy, JSON.stringify(audience), JSON.stringify(assumptions), updatedAt])
  if (!row) throw new Error('saving a scenario gave no row')
  return toScenario(row)
}

export async function removeScenario(writer: Writer, scenarioId: number): Promise<void> {
  await writer.run('DELETE FROM scenario WHERE scenario_id = ?', [scenarioId])
}
