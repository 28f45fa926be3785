import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary, RejectReason } from '../../../shared/contract/data.ts'
import type { RowForm } from '../../../shared/contract/rows.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { notify, notifyFailure } from '../../frame/notices-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { type FormCell, faultyCell, sortCells } from './mend-form.ts'
import styles from './rows.module.css'

type Props = { readonly batch: BatchSummary; readonly lineNumber: number; readonly onClose: () => void }

/** One row that was set aside, cell by cell under its headings, to be put right. */
export function MendDialog({ batch, lineNumber, onClose }: Props) {
  const { t } = useTranslation('rows')
  const format = useFormat()
  const [edited, setEdited] = useState<Readonly<Record<number, string>>>({})
  const [refused, setRefused] = useState<RejectReason | null>(null)
  const [isSaving, setSaving] = useState(false)
  const form = useAnswer('data:rejected-row', { batchId: batch.batchId, lineNumber })
  const canSave = form.value !== null && form.value.obstacle === null
  const line = format.number(lineNumber)
  const formId = useId()

  async function save({ cells }: RowForm): Promise<void> {
    setSaving(true)
    const answer = await call('data:mend-row', { batchId: batch.batchId, lineNumber, cells: cells.map(({ text }, index) => edited[index] ?? text) })
    setSaving(false)
    if (!answer.ok) return notifyFailure(answer.error)
    setRefused(answer.value.reason)
    if (answer.value.reason !== null) return
    notify('success', t('mend.done', { line }))
    onClose()
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (canSave && !isSaving && form.value) void save(form.value)
  }

  return (
    <Dialog
      title={t('mend.title', { line, file: batch.fileName })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('mend.cancel')}</Button>
          {canSave && <Button variant="primary" isDisabled={isSaving} type="submit" form={formId}>{t(isSaving ? 'mend.saving' : 'mend.save')}</Button>}
        </>
      }
    >
      {form.status === 'failed' && <FailureNotice error={form.error} onRetry={form.askAgain} />}
      {form.status === 'loading' && form.value === null && <Spinner label={t('mend.loading')} />}
      {form.value && (
        <form id={formId} noValidate className={styles.shown} onSubmit={submit}>
          <Cells form={form.value} edited={edited} refused={refused} onEdit={(index, text) => setEdited({ ...edited, [index]: text })} />
        </form>
      )}
    </Dialog>
  )
}

type CellsProps = {
  readonly form: RowForm
  readonly edited: Readonly<Record<number, string>>
  readonly refused: RejectReason | null
  readonly onEdit: (index: number, text: string) => void
}

function Cells({ form, edited, refused, onEdit }: CellsProps) {
  const { t } = useTranslation(['rows', 'data'])
  const { used, others } = sortCells(form)
  const reason = refused ?? form.reason
  const faulty = faultyCell(form, reason)
  const words = t(`data:reasons.${reason}`)
  const field = (cell: FormCell) => (
    <TextField
      key={cell.index}
      label={cell.name === null ? t('mend.beyond') : /^\d+$/.test(cell.name) ? t('mend.column', { number: cell.name }) : cell.name}
      value={edited[cell.index] ?? cell.text}
      onChange={(text) => onEdit(cell.index, text)}
      error={cell.index === faulty && (refused !== null || edited[cell.index] === undefined) ? words : null}
      isReadOnly={form.obstacle !== null}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to mend this very cell; focus moves into a dialog anyway
      autoFocus={cell.index === faulty && form.obstacle === null}
      {...(cell.field && { description: t(`data:fields.${cell.field}`) })}
    />
  )
  return (
    <>
      {form.obstacle === null ? <p>{t('mend.help')}</p> : <Notice kind="warning">{t(`mend.obstacle.${form.obstacle}`)}</Notice>}
      <output className={styles.note}>{t(refused === null ? 'mend.reason' : 'mend.still', { reason: words })}</output>
      <div className={styles.cells}>{used.map(field)}</div>
      {others.length > 0 && (
        <details className={styles.others} open={used.length === 0}>
          <summary>{t('mend.others')}</summary>
          <div className={styles.cells}>{others.map(field)}</div>
        </details>
      )}
    </>
  )
}
