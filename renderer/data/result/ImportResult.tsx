import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import { useRoute } from '../../frame/route-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { useBatchFormat } from '../batch-format.ts'
import { localDay } from '../batches/newest-first.ts'
import styles from '../data.module.css'
import { useDataPage } from '../pages-store.ts'
import { QualityLine } from '../quality/QualityLine.tsx'
import { useImport } from '../stores.ts'
import { pickFiles } from '../take-files.ts'
import { BatchReport } from './BatchReport.tsx'
import { MarginQuestion } from './MarginQuestion.tsx'
import { RecordsResult } from './RecordsResult.tsx'
import { Together } from './Together.tsx'
import { useCurrentBatch } from './use-current-batch.ts'

/** Right after an import: what it brought, by what the file was about. */
export function ImportResult({ batch }: { readonly batch: BatchSummary }) {
  return batch.kind === 'sales' ? <SalesResult batch={batch} /> : <RecordsResult batch={batch} kind={batch.kind} />
}

/** Does the total agree, what is left of a sale, and on to the customers. */
function SalesResult({ batch: imported }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation(['data', 'revenue'])
  const batch = useCurrentBatch(imported)
  const format = useBatchFormat(batch)
  const next = useImport((state) => state.waiting[0])
  const close = useImport((state) => state.close)
  const together = useImport((state) => state.together)

  function seeCustomers(): void {
    useRoute.getState().goTo('customers')
    void close()
  }

  function seeRevenue(): void {
    useDataPage.getState().goTo('revenue')
    void close()
  }

  const lead = [
    t('result.fileLine', { file: batch.fileName, date: format.date(localDay(batch.importedAt)) }),
    ...(batch.firstOrderOn && batch.lastOrderOn ? [t('result.period', { from: format.date(batch.firstOrderOn), to: format.date(batch.lastOrderOn) })] : []),
  ].join(' ')

  return (
    <Page
      title={t('result.title')}
      lead={lead}
      action={next
        ? <Button variant="primary" onPress={() => void close()}>{t('result.next', { file: next.fileName })}</Button>
        : batch.customers > 0
          ? <Button variant="primary" onPress={seeCustomers}>{t('result.seeCustomers')}</Button>
          : <Button variant="primary" onPress={seeRevenue}>{t('revenue:see')}</Button>}
    >
      {together.length > 1 && <Together batches={together} />}
      <BatchReport batch={batch}><MarginQuestion /></BatchReport>
      <div className={styles.buttons}>
        <Button onPress={() => void pickFiles()}>{t('result.importMore')}</Button>
        {!next && <Button onPress={() => void close()}>{t('result.toData')}</Button>}
      </div>
      {/* Below the buttons: it comes later, and what is being pressed stays where it is. */}
      {!next && <QualityLine />}
    </Page>
  )
}
