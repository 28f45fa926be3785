import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary, RecordKind } from '../../../shared/contract/data.ts'
import { call } from '../../api.ts'
import { notifyFailure } from '../../frame/notices-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useBatchFormat } from '../batch-format.ts'
import { BatchReport } from '../result/BatchReport.tsx'
import { RecordsReport } from '../result/RecordsReport.tsx'
import styles from './BatchItem.module.css'
import { localDay } from './newest-first.ts'

type Props = { readonly batch: BatchSummary; readonly onChanged: () => void; readonly canUndo: boolean }

/** One import in the list: what it brought, its report on demand, and the way back. */
export function BatchItem({ batch, onChanged, canUndo }: Props) {
  const { t } = useTranslation(['data', 'records', 'rows'])
  const format = useBatchFormat(batch)
  const [isOpen, setOpen] = useState(false)
  const [undo, setUndo] = useState<'possible' | 'running' | 'done'>('possible')
  const reportId = useId()
  const { fileName, undoneAt } = batch

  const undoneNotice = batch.mends ? 'rows:list.undoneNotice' : batch.kind === 'sales' ? 'list.undoneNotice' : 'records:result.undoneNotice'
  const control = [
    t('rows:list.controlTotal', { amount: format.moneyExact(batch.controlTotalCents) }),
    ...(batch.rowsRejected > 0 ? [t('rows:list.setAside', { count: batch.rowsRejected, rows: format.number(batch.rowsRejected) })] : []),
    ...(batch.mended ? [t('rows:list.mended', { count: batch.mended.rows, rows: format.number(batch.mended.rows) })] : []),
  ]

  async function undoIt(): Promise<void> {
    setUndo('running')
    const answer = await call('data:undo-batch', { batchId: batch.batchId })
    setUndo(answer.ok ? 'done' : 'possible')
    if (answer.ok) onChanged()
    else notifyFailure(answer.error)
  }

  return (
    <li className={styles.item} data-undone={undoneAt !== null || undefined}>
      <div className={styles.line}>
        <div className={styles.name}>
          <h2 className={styles.file}>{batch.mends ? t('rows:list.mendsOf', { file: fileName }) : fileName}</h2>
          <p className={styles.when}>
            {undoneAt === null
              ? t(batch.mends ? 'rows:list.mendedOn' : 'list.importedOn', { date: format.date(localDay(batch.importedAt)) })
              : t('list.undone', { date: format.date(localDay(undoneAt)) })}
          </p>
          {batch.kind === 'sales' && !batch.mends && <p className={styles.when}>{control.join(' · ')}</p>}
        </div>
        <dl className={styles.figures}>
          <Figure label={t('list.rows')} value={format.number(batch.rowsRead)} />
          {batch.kind === 'sales' && <Figure label={t('list.orders')} value={format.number(batch.newOrders + batch.knownOrders + batch.changedOrders)} />}
          {batch.kind === 'sales' && <Figure label={t('list.revenue')} value={format.moneyExact(batch.netRevenueCents)} />}
          {batch.kind !== 'sales' && <RecordsFigure batch={batch} kind={batch.kind} />}
        </dl>
        <div className={styles.actions}>
          <Button
            variant="quiet" aria-expanded={isOpen} aria-controls={reportId}
            aria-label={t(batch.mends ? (isOpen ? 'rows:list.hideOf' : 'rows:list.showOf') : isOpen ? 'list.hideOf' : 'list.showOf', { file: fileName })} onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'list.hide' : 'list.show')}
          </Button>
          {canUndo && undoneAt === null && undo !== 'done' && (
            <Button isDisabled={undo === 'running'} aria-label={t(batch.mends ? 'rows:list.undoOf' : 'list.undoOf', { file: fileName })} onPress={() => void undoIt()}>
              {t(undo === 'running' ? 'list.undoing' : 'list.undo')}
            </Button>
          )}
          {/* Where the button was: what is pressed below stays where it is. */}
          <output className={styles.when}>{undo === 'done' && t(undoneNotice)}</output>
        </div>
      </div>
      <div id={reportId} hidden={!isOpen} className={styles.report}>{isOpen && (batch.kind === 'sales' ? <BatchReport batch={batch} /> : <RecordsReport batch={batch} />)}</div>
    </li>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return <div><dt>{label}</dt><dd>{value}</dd></div>
}

function RecordsFigure({ batch, kind }: { readonly batch: BatchSummary; readonly kind: RecordKind }) {
  const { t } = useTranslation('records')
  const format = useBatchFormat(batch)
  const { records } = batch
  const count = records === null ? 0 : records.new + records.known + records.changed
  return <Figure label={t('result.of')} value={t(`result.count.${kind}`, { count, shown: format.number(count) })} />
}
