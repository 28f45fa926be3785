import { useTranslation } from 'react-i18next'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { questionOf } from '../store/plan-state.ts'
import { selectShown } from '../store/plan-selectors.ts'
import { usePlan } from '../store/use-plan.ts'
import styles from './Outcome.module.css'
import { SavePdf } from './SavePdf.tsx'

/** The plan to take along: on paper, or its figures as a table. */
export function SavePlan() {
  const { t } = useTranslation('exports')
  const draft = usePlan((state) => state.draft)
  const hasOutcome = usePlan((state) => selectShown(state) !== null)
  return (
    <div className={styles.save}>
      <SavePdf />
      {draft !== null && <SaveTable table={{ kind: 'outcome', simulation: questionOf(draft) }} name={draft.name} label={t('figures')} isDisabled={!hasOutcome} />}
    </div>
  )
}
