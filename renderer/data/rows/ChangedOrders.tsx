import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import type { ChangedOrder, OrderVersion } from '../../../shared/contract/rows.ts'
import type { Format } from '../../format.ts'
import { Section } from '../../ui/layout/Page.tsx'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useBatchFormat } from '../batch-format.ts'
import { OnDemand } from './OnDemand.tsx'
import { Pager } from './Pager.tsx'
import styles from './rows.module.css'

const pageSize = 50

const withNote = (text: string, note: string) => <>{text}<span className={styles.note}>{note}</span></>

/** The orders that an import brought with another content than was known: both sides, and which of them counts. */
export function ChangedOrders({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation(['rows', 'data'])
  const format = useBatchFormat(batch)
  return (
    <Section title={t('changed.title')} lead={t('data:result.changed', { count: batch.changedOrders, orders: format.number(batch.changedOrders) })}>
      <OnDemand show={t('changed.show')} hide={t('changed.hide')}><Orders batch={batch} format={format} /></OnDemand>
    </Section>
  )
}

function Orders({ batch, format }: { readonly batch: BatchSummary; readonly format: Format }) {
  const { t } = useTranslation(['rows', 'exports'])
  const [offset, setOffset] = useState(0)
  const page = useAnswer('data:changed-orders', { batchId: batch.batchId, offset, limit: pageSize })
  if (page.status === 'failed') return <FailureNotice error={page.error} onRetry={page.askAgain} />
  if (page.value === null) return <Spinner label={t('changed.loading')} />
  const { rows, total } = page.value
  if (total === 0) return <p>{t('changed.gone')}</p>
  const inWords = (version: OrderVersion, from?: string) => {
    const rest = [format.date(version.orderedOn), version.customer ?? t('nobody'), ...(from ? [from] : [])].join(' · ')
    return withNote(format.moneyExact(version.amountCents), rest)
  }
  return (
    <>
      <Table<ChangedOrder>
        caption={t('changed.tableLabel')}
        columns={[
          { id: 'order', header: t('changed.order'), isRowHeader: true, cell: ({ orderKey }) => orderKey },
          { id: 'before', header: t('changed.before'), cell: ({ before }) => inWords(before, t('changed.from', { file: before.fileName })) },
          { id: 'after', header: t('changed.after'), cell: ({ after }) => inWords(after) },
          { id: 'counts', header: t('changed.counts'), cell: ({ counts }) => t(counts ? 'changed.this' : 'changed.later') },
        ]}
        rows={rows}
        rowKey={({ orderKey }) => orderKey}
      />
      <div><SaveTable table={{ kind: 'changed-orders', batchId: batch.batchId }} label={t('exports:changed')} isQuiet /></div>
      <Pager table={t('changed.title')} offset={offset} pageSize={pageSize} shown={rows.length} total={total} onOffset={setOffset} />
    </>
  )
}
