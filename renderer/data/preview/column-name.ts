import type { FilePreview } from '../../../shared/contract/data.ts'

/** What a column is called on screen; one without a heading is called by its place. */
export function columnName(column: FilePreview['columns'][number], unnamed: (number: number) => string): string {
  return column.name.trim() || unnamed(column.index + 1)
}
