import type { ReactNode } from 'react'
import styles from './Table.module.css'

export type Column<Row> = {
  readonly id: string
  readonly header: string
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row, index: number) => ReactNode
  /** Names the row; one column a table. */
  readonly isRowHeader?: boolean
  /** Short words that stay on one line: dates, kinds. */
  readonly isOneLine?: boolean
}
type Props<Row> = {
  /** Read out, and shown only with `isCaptionVisible`. */
  readonly caption: string
  readonly isCaptionVisible?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, index: number) => string | number
}

/** A plain table for up to a few hundred rows; longer ones take a `VirtualTable`. Figures align at the end. */
export function Table<Row>({ caption, isCaptionVisible = false, columns, rows, rowKey }: Props<Row>) {
  const alignment = (column: Column<Row>) => `${column.align === 'end' ? styles.end : styles.start} ${column.isOneLine ? styles.oneLine : ''}`
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable from the keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={isCaptionVisible ? styles.caption : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>{columns.map((column) => <th key={column.id} scope="col" className={alignment(column)}>{column.header}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) => column.isRowHeader
                ? <th key={column.id} scope="row" className={alignment(column)}>{column.cell(row, index)}</th>
                : <td key={column.id} className={alignment(column)}>{column.cell(row, index)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
