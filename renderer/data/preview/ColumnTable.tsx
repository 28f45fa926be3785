import { useTranslation } from 'react-i18next'
import type { FilePreview } from '../../../shared/contract/data.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { useImport } from '../stores.ts'
import { evidenceText, isReadAlong } from './column-choice.ts'
import { columnName } from './column-name.ts'
import styles from './ColumnTable.module.css'
import { useFieldOptions } from './field-options.ts'

type Props = { readonly preview: FilePreview; readonly guessed: FilePreview['columns'] }

/** The first rows as they stand in the file; above each column what it is taken for, and why. */
export function ColumnTable({ preview, guessed }: Props) {
  const { t } = useTranslation('data')
  const setField = useImport((state) => state.setField)
  const options = useFieldOptions(preview.kind)
  const readAlong = options.map((option) => (option.value === 'none' ? { ...option, label: t('fields.readAlong') } : option))
  const caption = t('preview.tableLabel', { file: preview.fileName })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable from the keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {preview.columns.map((column) => (
              <th key={column.index} scope="col" data-used={column.field !== null || isReadAlong(column) || undefined}>
                <Select
                  label={columnName(column, (number) => t('preview.unnamed', { number }))}
                  options={isReadAlong(column) ? readAlong : options}
                  value={column.field ?? 'none'}
                  onChange={(value) => void setField(column.index, value === 'none' ? null : value)}
                  description={t(`evidence.${evidenceText(column, guessed)}`)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, line) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no name but their place, and it never changes
            <tr key={line}>
              {preview.columns.map((column) => (
                <td key={column.index} data-used={column.field !== null || isReadAlong(column) || undefined} title={row[column.index]}>{row[column.index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
