import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import type { OrderVersion } from '../../../shared/contract/rows.ts'
import { Section } from '../../ui/layout/Page.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useBatchFormat } from '../batch-format.ts'
import { Pager } from './Pager.tsx'

const pageSize = 50

type Row = OrderVersion & { readonly orderKey: string; readonly isFirst: boolean }

/** The order numbers that a file gives to several customers; nothing where there are none. */
export function SharedNumbers({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation('rows')
  const format = useBatchFormat(batch)
  const [offset, setOffset] = useState(0)
  const page = useAnswer('data:shared-numbers', batch.undoneAt === null ? { batchId: batch.batchId, offset, limit: pageSize } : null)
  // Something one may not know to look for: while it is fetched, or cannot be, there is nothing to say about it.
  if (page.value === null || page.value.total === 0) return null
  const { rows, total } = page.value
  const versions = rows.flatMap(({ orderKey, versions: all }) => all.map((version, i): Row => ({ ...version, orderKey, isFirst: i === 0 })))
  return (
    <Section title={t('shared.title')} lead={t('shared.lead', { count: total, numbers: format.number(total) })}>
      <Table<Row>
        caption={t('shared.tableLabel')}
        columns={[
          { id: 'order', header: t('shared.order'), cell: ({ orderKey, isFirst }) => isFirst && orderKey },
          { id: 'customer', header: t('shared.customer'), isRowHeader: true, cell: ({ customer }) => customer ?? t('nobody') },
          { id: 'date', header: t('shared.date'), cell: ({ orderedOn }) => format.date(orderedOn), isOneLine: true },
          { id: 'amount', header: t('shared.amount'), align: 'end', cell: ({ amountCents }) => format.moneyExact(amountCents) },
        ]}
        rows={versions}
        rowKey={({ orderKey, customer }) => `${orderKey} ${customer}`}
      />
      <Pager table={t('shared.title')} offset={offset} pageSize={pageSize} shown={rows.length} total={total} onOffset={setOffset} />
    </Section>
  )
}
