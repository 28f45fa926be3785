import { useTranslation } from 'react-i18next'
import type { FilePreview } from '../../../shared/contract/data.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { useImport } from '../stores.ts'
import { VatField } from '../vat/VatField.tsx'
import styles from './SourceQuestions.module.css'

/** What may be said of a file, and need not be: which sheet it is about, whether there is VAT in its amounts. */
export function SourceQuestions({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation('source')
  const choose = useImport((state) => state.choose)
  const { sheet, sheets = [], vat, vatEvidence, kind } = preview
  const helpFor = (): string | undefined => {
    if (vat === null) return vatEvidence === 'included' ? t('vat.saysIncluded') : `${t('vat.whatFor')} ${t('vat.unanswered')}`
    return !vat.included && vatEvidence === 'excluded' ? t('vat.saysExcluded') : undefined
  }
  return (
    <div className={styles.questions}>
      {sheet !== undefined && sheets.length > 1 && (
        <Select label={t('sheet')} value={sheet} options={sheets.map((name) => ({ value: name, label: name }))} onChange={(name) => void choose({ sheet: name })} />
      )}
      {kind === 'sales' && <VatField label={t('vat.label')} help={helpFor()} value={vat} onChange={(said) => void choose({ vat: said })} />}
    </div>
  )
}
