import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import type { MendedRow } from '../../../shared/contract/rows.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { notify, notifyFailure } from '../../frame/notices-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { Pager } from './Pager.tsx'
import styles from './rows.module.css'

const pageSize = 50

const asItStands = (raw: string) => <code className={styles.raw}>{raw}</code>

/** The rows of an import that were mended: as they stood, as they read now, and the way back for each. */
export function MendedRows({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation('rows')
  const format = useFormat()
  const [offset, setOffset] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const page = useAnswer('data:mended-rows', { batchId: batch.batchId, offset, limit: pageSize })
  if (page.status === 'failed') return <FailureNotice error={page.error} onRetry={page.askAgain} />
  if (page.value === null) return <Spinner label={t('mend.loading')} />
  const { rows, total } = page.value

  async function putBack(lineNumber: number): Promise<void> {
    setBusy(true)
    const answer = await call('data:put-back-row', { batchId: batch.mends?.batchId ?? batch.batchId, lineNumber })
    setBusy(false)
    if (answer.ok) notify('success', t('mended.back', { line: format.number(lineNumber) }))
    else notifyFailure(answer.error)
  }

  const wayBack = ({ lineNumber, mended, canPutBack }: MendedRow) => canPutBack && mended !== null && (
    <Button variant="quiet" isDisabled={isBusy} aria-label={t('mended.putBackOf', { line: format.number(lineNumber) })} onPress={() => void putBack(lineNumber)}>
      {t('mended.putBack')}
    </Button>
  )
  return (
    <div className={styles.shown}>
      <Table<MendedRow>
        caption={t('mended.tableLabel')}
        columns={[
          { id: 'line', header: t('mended.line'), align: 'end', isRowHeader: true, cell: ({ lineNumber }) => format.number(lineNumber) },
          { id: 'was', header: t('mended.was'), cell: ({ original }) => asItStands(original) },
          { id: 'is', header: t('mended.is'), cell: ({ mended }) => mended === null ? t('mended.along') : asItStands(mended) },
          ...(rows.some(({ canPutBack }) => canPutBack) ? [{ id: 'back', header: t('mended.putBack'), isOneLine: true, cell: wayBack }] : []),
        ]}
        rows={rows}
        rowKey={({ lineNumber }) => lineNumber}
      />
      <Pager table={t('mended.title')} offset={offset} pageSize={pageSize} shown={rows.length} total={total} onOffset={setOffset} />
    </div>
  )
}
