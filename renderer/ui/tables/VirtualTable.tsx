import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { rowAt } from './page-cache.ts'
import { usePages, type PageSource } from './use-pages.ts'
import styles from './VirtualTable.module.css'

export type SortDirection = 'ascending' | 'descending'
export type VirtualColumn<Row, Sort extends string> = {
  readonly id: string
  readonly header: string
  /** A grid track: `4rem`, `minmax(8rem, 2fr)`. */
  readonly width: string
  readonly align?: 'start' | 'end'
  /** The engine's name of this order; without it the column cannot be sorted. */
  readonly sort?: Sort
  /** The first press sorts from low to high: for names. */
  readonly startsAscending?: boolean
  readonly cell: (row: Row) => ReactNode
  readonly isRowHeader?: boolean
}
type Props<Row, Sort extends string> = PageSource<Row> & {
  readonly label: string
  readonly columns: readonly VirtualColumn<Row, Sort>[]
  readonly rowCount: number
  readonly rowHeight?: number
  readonly sort: { readonly by: Sort, readonly direction: SortDirection }
  readonly onSortChange: (sort: { by: Sort, direction: SortDirection }) => void
  /** Enter, Space or a click on a row. */
  readonly onActivate: (row: Row) => void
  /** The row to have in sight and under the keyboard when the table appears. */
  readonly startIndex?: number
  /** Puts the keyboard on that row: for coming back to the table. */
  readonly takesFocus?: boolean
  readonly onFocusRow?: (index: number) => void
}

const OVERSCAN = 6
/** So many rows go on paper: two sheets, all of the first page. */
const ON_PAPER = 40
/** Rows must not come to rest under the header, which stays in sight. */
const HEADER_HEIGHT = 40
/** Its hairlines, and the scrollbar for columns that do not fit. */
const EDGES = 18

/** A table of any length: only rows in sight exist, their pages come from the engine. Arrows, Page Up and Down, Home and End move. */
export function VirtualTable<Row, Sort extends string>(props: Props<Row, Sort>) {
  const { label, columns, rowCount, rowHeight = 56, version, sort, onSortChange, onActivate, startIndex = 0, takesFocus = false, onFocusRow } = props
  const { t } = useTranslation('frame')
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(Math.min(startIndex, Math.max(0, rowCount - 1)))
  const wantsFocus = useRef(takesFocus)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this component
  const virtual = useVirtualizer({
    count: rowCount, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: OVERSCAN, scrollPaddingStart: HEADER_HEIGHT,
    initialOffset: Math.max(0, startIndex - 2) * rowHeight,
  })
  const isPrinting = useIsPrinting()
  const onScreen = virtual.getVirtualItems()
  const items = isPrinting ? firstRows(rowCount, rowHeight) : onScreen
  const cache = usePages(props, items[0]?.index ?? 0, items.at(-1)?.index ?? -1)
  const tracks = columns.map((column) => column.width).join(' ')

  const firstVersion = useRef(version)
  useEffect(() => {
    if (firstVersion.current === version) return
    firstVersion.current = version
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [version])

  useEffect(() => {
    if (!wantsFocus.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (!row) return
    row.focus()
    wantsFocus.current = false
  })

  const moveTo = (index: number): void => {
    const next = Math.min(rowCount - 1, Math.max(0, index))
    setActive(next)
    wantsFocus.current = true
    onFocusRow?.(next)
    virtual.scrollToIndex(next)
  }
  const onKeyDown = (pressed: KeyboardEvent, index: number): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2)
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: rowCount - 1 }
    const target = steps[pressed.key]
    const row = rowAt(cache, index)
    if (target !== undefined) moveTo(target)
    else if ((pressed.key === 'Enter' || pressed.key === ' ') && row !== undefined) onActivate(row)
    else return
    pressed.preventDefault()
  }

  return (
    <div className={styles.scroller} ref={scroller} style={{ '--rows': `${HEADER_HEIGHT + virtual.getTotalSize() + EDGES}px` } as CSSProperties}>
      <div className={styles.table} role="grid" aria-label={label} aria-rowcount={rowCount + 1} aria-colcount={columns.length}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: tracks }}>
            {columns.map((column) => (
              <ColumnHeader key={column.id} column={column} sort={sort} onSortChange={onSortChange} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: isPrinting ? items.length * rowHeight : virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rowAt(cache, item.index)
            return (
              <div
                key={item.key} role="row" data-index={item.index} aria-rowindex={item.index + 2} aria-busy={row === undefined}
                tabIndex={item.index === active || (item === items[0] && !items.some((other) => other.index === active)) ? 0 : -1}
                className={`${styles.row} ${styles.line}`}
                style={{ gridTemplateColumns: tracks, height: rowHeight, transform: `translateY(${item.start}px)` }}
                onFocus={() => {
                  setActive(item.index)
                  onFocusRow?.(item.index)
                }}
                onKeyDown={(pressed) => onKeyDown(pressed, item.index)}
                onClick={() => { if (row !== undefined) onActivate(row) }}
              >
                {columns.map((column) => (
                  <div key={column.id} role={column.isRowHeader ? 'rowheader' : 'gridcell'} className={`${styles.cell} ${column.align === 'end' ? styles.end : ''}`}>
                    {row === undefined ? (column.isRowHeader ? t('table.loadingRow') : '') : column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

type HeaderProps<Row, Sort extends string> = Pick<Props<Row, Sort>, 'sort' | 'onSortChange'> & { readonly column: VirtualColumn<Row, Sort> }

function firstRows(rowCount: number, rowHeight: number) {
  return Array.from({ length: Math.min(rowCount, ON_PAPER) }, (_, index) => ({ key: index, index, start: index * rowHeight }))
}

/** True while the page is put on paper; what is drawn by then is what is printed. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

/** Pressing the header of the present order turns it round; another one starts with the highest first. */
function ColumnHeader<Row, Sort extends string>({ column, sort, onSortChange }: HeaderProps<Row, Sort>) {
  const isPresent = column.sort !== undefined && column.sort === sort.by
  const press = (by: Sort): void => {
    const opposite = sort.direction === 'descending' ? 'ascending' : 'descending'
    onSortChange({ by, direction: isPresent ? opposite : column.startsAscending ? 'ascending' : 'descending' })
  }
  return (
    <div
      role="columnheader" className={`${styles.cell} ${styles.header} ${column.align === 'end' ? styles.end : ''}`}
      aria-sort={column.sort === undefined ? undefined : isPresent ? sort.direction : 'none'}
    >
      {column.sort === undefined ? column.header : (
        <button type="button" className={styles.sorter} onClick={() => press(column.sort!)}>
          {column.header}<span aria-hidden="true" className={styles.arrow}>{isPresent ? (sort.direction === 'descending' ? '↓' : '↑') : ''}</span>
        </button>
      )}
    </div>
  )
}
