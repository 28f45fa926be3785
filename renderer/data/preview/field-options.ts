import { useTranslation } from 'react-i18next'
import type { ColumnField, TableKind } from '../../../shared/contract/data.ts'
import { fieldNames, recordFieldNames } from '../../../shared/contract/lists.ts'

/** What a column may be taken for in a file of this kind. */
export function useFieldOptions(kind: TableKind): readonly { readonly value: ColumnField | 'none'; readonly label: string }[] {
  const { t } = useTranslation(['data', 'records'])
  const none = { value: 'none' as const, label: t('data:fields.none') }
  if (kind === 'sales') return [none, ...fieldNames.map((value) => ({ value, label: t(`data:fields.${value}`) }))]
  return [none, ...recordFieldNames[kind].map((value) => ({ value, label: t(`records:fields.${value}`) }))]
}
