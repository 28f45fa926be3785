import { useTranslation } from 'react-i18next'
import { identityStates } from '../../../shared/contract/lists.ts'
import { EmptyState } from '../../ui/layout/EmptyState.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { VatLine } from '../../ui/messages/VatLine.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { GroupsOf } from './GroupsOf.tsx'

/** Who was found to be one person, who may be, and who was kept apart: what only the owner can tell first. */
export function IdentityPage() {
  const { t } = useTranslation('identity')
  const answer = useAnswer('identity:list', { state: 'suggested', limit: 1 })
  if (answer.status === 'failed') return <Page title={t('title')}><FailureNotice error={answer.error} onRetry={answer.askAgain} /></Page>
  if (answer.value === null) return <Page title={t('title')}><Spinner label={t('loading')} /></Page>
  const { totals } = answer.value
  const filled = identityStates.filter((state) => totals[state] > 0)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {filled.length === 0 && <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>}
      {filled.map((state) => <GroupsOf key={state} state={state} />)}
      {filled.length > 0 && <VatLine />}
    </Page>
  )
}
