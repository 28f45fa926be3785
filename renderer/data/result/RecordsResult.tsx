import { useTranslation } from 'react-i18next'
import type { BatchSummary, RecordKind } from '../../../shared/contract/data.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { useBatchFormat } from '../batch-format.ts'
import { localDay } from '../batches/newest-first.ts'
import styles from '../data.module.css'
import { useDataPage } from '../pages-store.ts'
import { useImport } from '../stores.ts'
import { pickFiles } from '../take-files.ts'
import { RecordsReport } from './RecordsReport.tsx'
import { Together } from './Together.tsx'

/** Right after a list came in: what it brought, and on to what is known now. */
export function RecordsResult({ batch, kind }: { readonly batch: BatchSummary; readonly kind: RecordKind }) {
  const { t } = useTranslation(['data', 'records'])
  const format = useBatchFormat(batch)
  const next = useImport((state) => state.waiting[0])
  const close = useImport((state) => state.close)
  const together = useImport((state) => state.together)

  function seeKnown(): void {
    useDataPage.getState().goTo('known')
    void close()
  }

  return (
    <Page
      title={t(`records:result.title.${kind}`)}
      lead={t('data:result.fileLine', { file: batch.fileName, date: format.date(localDay(batch.importedAt)) })}
      action={next
        ? <Button variant="primary" onPress={() => void close()}>{t('data:result.next', { file: next.fileName })}</Button>
        : <Button variant="primary" onPress={seeKnown}>{t('records:result.seeKnown')}</Button>}
    >
      {together.length > 1 && <Together batches={together} />}
      <RecordsReport batch={batch} />
      <div className={styles.buttons}>
        <Button onPress={() => void pickFiles()}>{t('data:result.importMore')}</Button>
        {!next && <Button onPress={() => void close()}>{t('data:result.toData')}</Button>}
      </div>
    </Page>
  )
}
