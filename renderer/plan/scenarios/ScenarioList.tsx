import { useTranslation } from 'react-i18next'
import { notify } from '../../frame/notices-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Checkbox } from '../../ui/controls/Checkbox.tsx'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { mostCompared } from '../store/plan-state.ts'
import { SaveState } from './SaveState.tsx'
import { ScenarioName } from './ScenarioName.tsx'
import styles from './ScenarioList.module.css'
import { usePlan } from '../store/use-plan.ts'

/** The plans that were kept: open one, copy it, hold some side by side. */
export function ScenarioList() {
  const { t } = useTranslation(['plan', 'exports'])
  const scenarios = usePlan((state) => state.scenarios)
  const draft = usePlan((state) => state.draft)
  const comparedIds = usePlan((state) => state.comparedIds)
  const openScenario = usePlan((state) => state.openScenario)
  const toggleCompared = usePlan((state) => state.toggleCompared)
  const compare = usePlan((state) => state.compare)
  const canCompare = scenarios.length > 1
  return (
    <Section title={t('scenarios.heading')} aside={<SaveState />}>
      <ScenarioName key={draft?.key} />
      {scenarios.length === 0 ? <p className={styles.hint}>{t('scenarios.hint')}</p> : (
        <ul className={styles.list}>
          {scenarios.map(({ scenarioId, name, strategy }) => {
            const isCompared = comparedIds.includes(scenarioId)
            return (
              <li key={scenarioId} className={styles.row}>
                <button
                  type="button" className={styles.open} aria-current={draft?.scenarioId === scenarioId ? 'true' : undefined}
                  onClick={() => openScenario(scenarioId)}
                >
                  <span className={styles.name}>{name}</span>
                  <span className={styles.strategy}>{t(`strategies.${strategy}.name`)}</span>
                </button>
                {canCompare && (
                  <Checkbox isSelected={isCompared} isDisabled={!isCompared && comparedIds.length >= mostCompared} onChange={() => toggleCompared(scenarioId)}>
                    <span className="visually-hidden">{t('scenarios.choose', { name })}</span>
                  </Checkbox>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {canCompare && (
        <div className={styles.compare}>
          <p className={styles.hint}>{t('scenarios.compareHint')}</p>
          <Button isDisabled={comparedIds.length < 2} onPress={() => void compare()}>{t('scenarios.compare')}</Button>
        </div>
      )}
      <ScenarioActions />
      {scenarios.length > 0 && <div><SaveTable table={{ kind: 'scenarios' }} label={t('exports:scenarios')} isQuiet /></div>}
    </Section>
  )
}

function ScenarioActions() {
  const { t } = useTranslation('plan')
  const isKept = usePlan((state) => state.draft !== null && state.draft.scenarioId !== null)
  const newScenario = usePlan((state) => state.newScenario)
  const duplicateScenario = usePlan((state) => state.duplicateScenario)
  const removeScenario = usePlan((state) => state.removeScenario)
  const undoRemove = usePlan((state) => state.undoRemove)

  async function remove() {
    await removeScenario()
    const { removed } = usePlan.getState()
    if (removed !== null) notify('info', t('scenarios.removed', { name: removed.name }), { label: t('scenarios.undo'), run: () => void undoRemove() })
  }

  return (
    <div className={styles.actions}>
      <Button variant="quiet" onPress={newScenario}>{t('scenarios.new')}</Button>
      <Button variant="quiet" isDisabled={!isKept} onPress={duplicateScenario}>{t('scenarios.duplicate')}</Button>
      <Button variant="quiet" isDisabled={!isKept} onPress={() => void remove()}>{t('scenarios.remove')}</Button>
    </div>
  )
}
