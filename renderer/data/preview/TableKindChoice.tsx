import { useTranslation } from 'react-i18next'
import type { FilePreview } from '../../../shared/contract/data.ts'
import { tableKinds } from '../../../shared/contract/lists.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { useImport } from '../stores.ts'
import styles from './TableKindChoice.module.css'

/** In a sentence, what Stamgast takes the file for. */
export function useRecognised({ kind, format }: FilePreview): string {
  const { t } = useTranslation(['data', 'records'])
  const recognised = kind === 'sales' || format !== 'generic' ? [t('data:preview.recognised', { format: t(`data:formats.${format}`) })] : []
  return [...recognised, ...(kind === 'sales' ? [] : [t(`records:recognised.${kind}`)])].join(' ')
}

/** What the file is about, to be overruled; for a list of customers also what its name says. */
export function TableKindChoice({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation('records')
  const choose = useImport((state) => state.choose)
  return (
    <>
      <div className={styles.kind}>
        <Select
          label={t('kind.label')} value={preview.kind}
          options={tableKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => void choose({ kind })}
        />
      </div>
      {preview.consentByFileName !== undefined && <Notice>{t(`consentByFileName.${preview.consentByFileName ? 'yes' : 'no'}`)}</Notice>}
    </>
  )
}
