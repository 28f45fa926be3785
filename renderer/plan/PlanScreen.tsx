import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/result.ts'
import { on } from '../api.ts'
import { failureText } from '../frame/notices-store.ts'
import { useRoute } from '../frame/route-store.ts'
import { useWorkspace } from '../frame/workspace-store.ts'
import { Button } from '../ui/controls/Button.tsx'
import { EmptyState } from '../ui/layout/EmptyState.tsx'
import { Page } from '../ui/layout/Page.tsx'
import { FailureNotice } from '../ui/messages/FailureNotice.tsx'
import { Spinner } from '../ui/messages/Spinner.tsx'
import { Assumptions } from './assumptions/Assumptions.tsx'
import { AudiencePicker } from './assumptions/AudiencePicker.tsx'
import { Comparison } from './scenarios/Comparison.tsx'
import { Outcome } from './outcome/Outcome.tsx'
import { PrintedAssumptions, PrintedPlan } from './outcome/PrintedPlan.tsx'
import { SavePlan } from './outcome/SavePlan.tsx'
import { ScenarioList } from './scenarios/ScenarioList.tsx'
import { StrategyList } from './StrategyList.tsx'
import styles from './plan.module.css'
import { selectMissingData } from './store/plan-selectors.ts'
import { usePlan } from './store/use-plan.ts'

/** Ideas on the left, their assumptions in the middle, what they would bring on the right. */
export function PlanScreen() {
  const { t } = useTranslation('plan')
  const shop = useWorkspace((state) => state.info?.kind)
  const strategies = usePlan((state) => state.strategies)
  const missing = usePlan(selectMissingData)
  const isComparing = usePlan((state) => state.comparison.status !== 'idle')
  const load = usePlan((state) => state.load)

  useEffect(() => {
    if (shop === undefined) return undefined
    void load(shop)
    return on('data:changed', () => void load(shop))
  }, [shop, load])

  if (missing !== null) return <Page title={t('title')}><NothingToPlan reason={failureText(missing)} /></Page>
  switch (strategies.status) {
    case 'idle':
    case 'loading':
      return <Page title={t('title')}><Spinner /></Page>
    case 'failed':
      return <Page title={t('title')}><FailureNotice error={strategies.error} onRetry={() => { if (shop !== undefined) void load(shop) }} /></Page>
    case 'ready':
      return (
        <Page title={t('title')} lead={<span className={styles.onScreen}>{t('intro')}</span>} isWide action={isComparing ? undefined : <SavePlan />}>
          {isComparing ? <Comparison /> : (
            <div className={styles.plan}>
              <div className={styles.ideas}><StrategyList /><ScenarioList /></div>
              <div className={styles.choices}><AudiencePicker /><Assumptions /></div>
              <div className={styles.outcome}><PrintedPlan /><Outcome /><PrintedAssumptions /></div>
            </div>
          )}
        </Page>
      )
    default:
      return assertNever(strategies)
  }
}

function NothingToPlan({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('plan')
  const goTo = useRoute((state) => state.goTo)
  return (
    <EmptyState title={t('empty.title')} action={<Button variant="primary" onPress={() => goTo('data')}>{t('empty.goToData')}</Button>}>
      {reason}
    </EmptyState>
  )
}
