import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/result.ts'
import { Button } from '../../ui/controls/Button.tsx'
import styles from './ScenarioList.module.css'
import { usePlan } from '../store/use-plan.ts'

/** Whether the last change is safe. */
export function SaveState() {
  const { t } = useTranslation('plan')
  const status = usePlan((state) => state.saving.status)
  const saveAgain = usePlan((state) => state.saveAgain)
  switch (status) {
    case 'idle': return null
    case 'loading': return <span className={styles.hint}>{t('scenarios.saving')}</span>
    case 'ready': return <span className={styles.hint}>{t('scenarios.saved')}</span>
    case 'failed':
      return <span role="alert" className={styles.hint}>{t('scenarios.notSaved')} <Button variant="quiet" onPress={saveAgain}>{t('scenarios.saveAgain')}</Button></span>
    default: return assertNever(status)
  }
}
