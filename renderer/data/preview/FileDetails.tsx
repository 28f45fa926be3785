import { useTranslation } from 'react-i18next'
import type { DelimiterName, FilePreview } from '../../../shared/contract/data.ts'
import { dateOrders, encodingNames } from '../../../shared/contract/lists.ts'
import { useFormat } from '../../format.ts'
import { Checkbox } from '../../ui/controls/Checkbox.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import styles from './FileDetails.module.css'
import { useImport } from '../stores.ts'

const delimiters = [
  { value: ',', word: 'comma' }, { value: ';', word: 'semicolon' }, { value: '\t', word: 'tab' }, { value: '|', word: 'pipe' },
  { value: 'whitespace', word: 'spaces' },
] as const satisfies readonly { value: DelimiterName; word: string }[]

/** How the file was taken apart, in plain words, each to be overruled. Closed unless the owner wants to know. */
export function FileDetails({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation('data')
  const format = useFormat()
  const choose = useImport((state) => state.choose)
  const kilobytes = preview.sizeBytes / 1000
  return (
    <details className={styles.details}>
      <summary>{t('details.title')}</summary>
      <p className={styles.help}>{t('details.help')}</p>
      {preview.sheet !== undefined && preview.sheets?.length === 1 && <p className={styles.help}>{t('details.sheet', { sheet: preview.sheet })}</p>}
      <div className={styles.fields}>
        {preview.sheet === undefined && (
          <>
            <Select
              label={t('details.encoding')} value={preview.encoding}
              options={encodingNames.map((value) => ({ value, label: t(`details.encodings.${value}`) }))}
              onChange={(encoding) => void choose({ encoding })}
            />
            <Select
              label={t('details.delimiter')} value={preview.delimiter}
              options={delimiters.map(({ value, word }) => ({ value, label: t(`details.delimiters.${word}`) }))}
              onChange={(delimiter) => void choose({ delimiter })}
            />
          </>
        )}
        <Select
          label={t('details.decimalMark')} value={preview.decimalMark}
          options={[{ value: ',', label: t('details.marks.comma') }, { value: '.', label: t('details.marks.point') }]}
          onChange={(decimalMark) => void choose({ decimalMark })}
        />
        <Select
          label={t('details.dateOrder')} value={preview.dateOrder}
          options={dateOrders.map((value) => ({ value, label: t(`details.orders.${value}`) }))}
          onChange={(order) => void choose({ dateOrder: order })}
        />
      </div>
      <Checkbox isSelected={preview.hasHeader} onChange={(hasHeader) => void choose({ hasHeader })}>{t('details.header')}</Checkbox>
      <p className={styles.help}>
        {t('details.size')}: {kilobytes < 1000
          ? t('preview.sizeKb', { size: format.number(kilobytes, 1) })
          : t('preview.sizeMb', { size: format.number(kilobytes / 1000, 1) })}
      </p>
    </details>
  )
}
