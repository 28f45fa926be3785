import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import { KeyFigure, KeyFigures } from '../../ui/figures/KeyFigure.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { useBatchFormat } from '../batch-format.ts'
import styles from '../data.module.css'
import { RejectedRows } from './RejectedRows.tsx'

/** What a file that is not about sales brought: what was new, what was known, what it changed, and what was set aside. */
export function RecordsReport({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation(['data', 'records'])
  const format = useBatchFormat(batch)
  const { rowsRead, rowsAccepted, rowsRejected, undoneAt, records } = batch
  if (records === null) return null
  const again = rowsAccepted - records.new - records.known - records.changed
  const isNothingNew = records.new === 0 && records.changed === 0
  return (
    <div className={styles.report}>
      {undoneAt !== null && <Notice kind="warning">{t('data:result.undone')}</Notice>}
      {isNothingNew && <Notice kind="success" title={t('records:result.nothingNew', { known: format.number(records.known) })}>{t('records:result.nothingNewBody')}</Notice>}
      <KeyFigures most={3}>
        <KeyFigure label={t('records:result.new')} value={format.number(records.new)} />
        <KeyFigure label={t('records:result.known')} value={format.number(records.known)} />
        <KeyFigure label={t('records:result.changed')} value={format.number(records.changed)} note={records.changed > 0 && t('records:result.changedHelp')} />
      </KeyFigures>
      <p className={styles.quiet} data-testid="rows-read">
        {`${format.number(rowsRead)} ${t('data:result.read', { count: rowsRead })} = ${format.number(rowsAccepted)} ${t('data:result.accepted', { count: rowsAccepted })} + `}
        {`${format.number(rowsRejected)} ${t('data:result.setAside', { count: rowsRejected })}.`}
        {again > 0 && ` ${t('records:result.again', { count: again, rows: format.number(again) })}`}
      </p>
      {rowsRejected > 0 && (
        <Section title={t('data:rejected.title')} lead={t('records:result.setAsideHelp')}>
          <RejectedRows batch={batch} />
        </Section>
      )}
    </div>
  )
}
