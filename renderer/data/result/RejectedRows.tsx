import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary, RejectedRow, RejectReason } from '../../../shared/contract/data.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useBatchFormat } from '../batch-format.ts'
import { isMendable } from '../rows/mend-form.ts'
import { MendDialog } from '../rows/MendDialog.tsx'
import { OnDemand } from '../rows/OnDemand.tsx'
import { Pager } from '../rows/Pager.tsx'
import styles from './RejectedRows.module.css'

const pageSize = 50

/** The rows that were set aside, a page at a time, as they stood in the file. */
export function RejectedRows({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation('data')
  return <OnDemand show={t('rejected.show')} hide={t('rejected.hide')}><RejectedPage batch={batch} /></OnDemand>
}

const asItStands = (raw: string) => <code className={styles.raw}>{raw}</code>

function RejectedPage({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation(['data', 'exports', 'rows'])
  const format = useBatchFormat(batch)
  const [mending, setMending] = useState<number | null>(null)
  const [reason, setReason] = useState<RejectReason | 'all'>('all')
  const [offset, setOffset] = useState(0)
  const page = useAnswer('data:rejected-rows', { batchId: batch.batchId, offset, limit: pageSize, ...(reason === 'all' ? {} : { reason }) })
  if (page.status === 'failed') return <FailureNotice error={page.error} onRetry={page.askAgain} />
  if (page.value === null) return <Spinner label={t('rejected.loading')} />
  const { rows, total } = page.value
  const canMend = batch.kind === 'sales' && rows.some((row) => isMendable(row.reason))
  const mendButton = (row: RejectedRow) => isMendable(row.reason) && (
    <Button variant="quiet" aria-label={t('rows:mend.openOf', { line: format.number(row.lineNumber) })} onPress={() => setMending(row.lineNumber)}>{t('rows:mend.open')}</Button>
  )
  const amountOf = ({ amountCents }: RejectedRow) => amountCents === null ? '–' : format.moneyExact(amountCents)
  const reasons = batch.rejectedByReason.map((each) => ({ value: each.reason, label: `${t(`reasons.${each.reason}`)} (${format.number(each.rows)})` }))
  return (
    <>
      {reasons.length > 1 && <div className={styles.filter}>
        <Select
          label={t('rejected.filter')}
          value={reason}
          options={[{ value: 'all' as const, label: t('rejected.all') }, ...reasons]}
          onChange={(chosen) => {
            setReason(chosen)
            setOffset(0)
          }}
        />
      </div>}
      <Table<RejectedRow>
        caption={t('rejected.tableLabel')}
        columns={[
          { id: 'line', header: t('rejected.line'), align: 'end', isRowHeader: true, cell: (row) => format.number(row.lineNumber) },
          { id: 'reason', header: t('rejected.reason'), cell: (row) => t(`reasons.${row.reason}`) },
          ...(batch.kind === 'sales' ? [{ id: 'amount', header: t('rejected.amount'), align: 'end', cell: amountOf } as const] : []),
          { id: 'raw', header: t('rejected.raw'), cell: ({ raw }) => asItStands(raw) },
          ...(canMend ? [{ id: 'mend', header: t('rows:mend.open'), cell: mendButton }] : []),
        ]}
        rows={rows}
        rowKey={(row) => row.lineNumber}
      />
      <div><SaveTable table={{ kind: 'rejected-rows', batchId: batch.batchId, ...(reason === 'all' ? {} : { reason }) }} label={t('exports:rejected')} isQuiet /></div>
      <Pager table={t('rejected.title')} offset={offset} pageSize={pageSize} shown={rows.length} total={total} onOffset={setOffset} />
      {mending !== null && <MendDialog key={mending} batch={batch} lineNumber={mending} onClose={() => setMending(null)} />}
    </>
  )
}
