/** What a cell holds: `cents` whole cents, `day` `YYYY-MM-DD`, `moment` `YYYY-MM-DD HH:MM`, `share` 0 to 1, `number` as it is. */
export type CellKind = 'text' | 'cents' | 'day' | 'moment' | 'number' | 'share'
/** Empty where there is nothing to tell. */
export type Cell = string | number | null
export type Column = { readonly header: string; readonly kind: CellKind }
export type Row = readonly Cell[]

/** A table to be written, its rows a page at a time: there may be a million. */
export type Table = {
  /** Name of the sheet in a spreadsheet. */
  readonly title: string
  readonly columns: readonly Column[]
  readonly pages: AsyncIterable<readonly Row[]>
}
