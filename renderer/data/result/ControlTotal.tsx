import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import { Table } from '../../ui/tables/Table.tsx'
import { Explain } from '../../ui/messages/Explain.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { useBatchFormat } from '../batch-format.ts'
import { type ControlPart, controlTotalOf } from './control-total.ts'
import styles from './ControlTotal.module.css'

type Line = Omit<ControlPart, 'kind'> & { readonly kind: ControlPart['kind'] | 'total' }

/** The figure to hold against the till, taken apart so that anyone can add it up. */
export function ControlTotal({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation(['data', 'rows'])
  const format = useBatchFormat(batch)
  const { parts, rows, totalCents, differenceCents } = controlTotalOf(batch)
  const lines: readonly Line[] = [...parts, { kind: 'total', rows, amountCents: totalCents }]
  const nameOf = (line: Line) => {
    if (line.kind === 'total') return <strong>{t('result.controlTotal')}</strong>
    if (line.kind === 'mended') return t('rows:mended.part')
    if (line.kind !== 'net-sales') return t(`reasons.${line.kind}`)
    const refunds = batch.refundCents === 0 ? null : t('result.refunds', { amount: format.moneyExact(Math.abs(batch.refundCents)) })
    return <>{t('result.netSales')}{refunds && <span className={styles.note}>{refunds}</span>}</>
  }
  const emphasised = (line: Line, text: string) => line.kind === 'total' ? <strong>{text}</strong> : text
  return (
    <div className={styles.total}>
      <div>
        <p className={styles.label}>{t('result.controlTotal')}</p>
        <p className={styles.value} data-testid="control-total">{format.moneyExact(totalCents)}</p>
        <p className={styles.help}>{t('result.controlHelp')}</p>
        <Explain title={t('result.controlTotal')}><p>{t('result.controlExplain')}</p></Explain>
      </div>
      <div className={styles.parts}>
        <Table<Line>
          caption={t('result.parts')}
          columns={[
            { id: 'part', header: t('result.part'), isRowHeader: true, cell: nameOf },
            { id: 'rows', header: t('result.rows'), align: 'end', cell: (line) => emphasised(line, format.number(line.rows)) },
            { id: 'amount', header: t('result.amount'), align: 'end', cell: (line) => emphasised(line, format.moneyExact(line.amountCents)) },
          ]}
          rows={lines}
          rowKey={(line) => line.kind}
        />
        <p className={styles.equation} data-testid="rows-read">
          <span><b>{format.number(batch.rowsRead)}</b> {t('result.read', { count: batch.rowsRead })}</span>{' = '}<span><b>{format.number(batch.rowsAccepted)}</b> {t('result.accepted', { count: batch.rowsAccepted })}</span>
          {batch.mended && <>{' + '}<span><b>{format.number(batch.mended.rows)}</b> {t('rows:mended.equation', { count: batch.mended.rows })}</span></>}
          {' + '}<span><b>{format.number(batch.rowsRejected)}</b> {t('result.setAside', { count: batch.rowsRejected })}</span>
        </p>
      </div>
      {differenceCents !== 0 && <Notice kind="error">{t('result.mismatch', { difference: format.moneyExact(differenceCents) })}</Notice>}
    </div>
  )
}
