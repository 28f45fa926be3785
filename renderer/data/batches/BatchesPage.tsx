import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../frame/workspace-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import styles from '../data.module.css'
import { FirstRun } from '../FirstRun.tsx'
import { pickFiles } from '../take-files.ts'
import { BatchItem } from './BatchItem.tsx'
import { SaveEverything } from './SaveEverything.tsx'
import { newestFirst } from './newest-first.ts'

/** Everything that was imported, undone or not; with nothing imported yet, the one next step. */
export function BatchesPage() {
  const { t } = useTranslation(['data', 'source'])
  const batches = useAnswer('data:batches', {})
  const isSample = useWorkspace((state) => state.info?.kind === 'sample')
  const openSample = useWorkspace((state) => state.openSample)
  const isSwitching = useWorkspace((state) => state.isSwitching)
  if (batches.status === 'failed') return <Page title={t('title')}><FailureNotice error={batches.error} onRetry={batches.askAgain} /></Page>
  if (batches.value === null) return <Page title={t('title')}><Spinner label={t('list.loading')} /></Page>
  if (batches.value.length === 0) return <FirstRun />
  return (
    <Page
      title={t('list.title')}
      lead={t('list.again')}
      action={<Button variant="primary" onPress={() => void pickFiles()}>{t('list.importFile')}</Button>}
    >
      {/* Nothing was imported into the sample shop by the owner, and undoing it would only leave it empty. */}
      <ul className={styles.stack}>
        {newestFirst(batches.value).map((batch) => <BatchItem key={batch.batchId} batch={batch} onChanged={batches.askAgain} canUndo={!isSample} />)}
      </ul>
      <SaveEverything />
      {!isSample && (
        <div className={`${styles.quiet} ${styles.buttons}`}>
          <p>{t('list.dropAnywhere')}</p>
          <Button variant="quiet" onPress={() => void pickFiles('import-folder')}>{t('source:folder')}</Button>
          <Button variant="quiet" isDisabled={isSwitching} onPress={() => void openSample()}>{isSwitching ? t('first.opening') : t('first.sample')}</Button>
        </div>
      )}
    </Page>
  )
}
