import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import { useFormat } from '../../format.ts'
import { Section } from '../../ui/layout/Page.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { useBatchFormat } from '../batch-format.ts'

const totalOf = (batch: BatchSummary) => batch.kind === 'sales' ? <BatchMoney batch={batch} /> : '–'

/** What each file brought of those that were imported in one go. */
export function Together({ batches }: { readonly batches: readonly BatchSummary[] }) {
  const { t } = useTranslation('data')
  const format = useFormat()
  return (
    <Section title={t('result.together', { count: batches.length })} lead={t('result.togetherHelp')}>
      <Table<BatchSummary>
        caption={t('result.together', { count: batches.length })}
        columns={[
          { id: 'file', header: t('result.togetherFile'), isRowHeader: true, cell: (batch) => batch.fileName },
          { id: 'rows', header: t('result.togetherRows'), align: 'end', cell: (batch) => format.number(batch.rowsRead) },
          { id: 'setAside', header: t('result.togetherSetAside'), align: 'end', cell: (batch) => format.number(batch.rowsRejected) },
          { id: 'total', header: t('result.togetherTotal'), align: 'end', cell: totalOf },
        ]}
        rows={batches}
        rowKey={(batch) => batch.batchId}
      />
    </Section>
  )
}

function BatchMoney({ batch }: { readonly batch: BatchSummary }) {
  return useBatchFormat(batch).moneyExact(batch.controlTotalCents)
}
