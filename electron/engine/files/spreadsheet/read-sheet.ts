import { cellColumn } from '../../../../shared/import/spreadsheet/cell-column.ts'
import { csvCell } from '../../../../shared/import/spreadsheet/csv-cell.ts'
import { plainNumber } from '../../../../shared/import/spreadsheet/plain-number.ts'
import { serialDate } from '../../../../shared/import/spreadsheet/serial-date.ts'
import { CellText } from './cell-text.ts'
import { damaged, limits, tooLarge } from './limits.ts'
import { type Attributes, readXml } from './read-xml.ts'
import type { Workbook } from './workbook.ts'
import type { ZipParts } from './zip-parts.ts'

export type SheetHandler = {
  /** A row with something in it: its number in the sheet (1 for the first) and its cells as CSV, '' where empty. The cells are used again afterwards. */
  readonly row: (number: number, cells: readonly string[]) => void
  readonly isEnough?: () => boolean
}
/** What the cells of a sheet refer to. */
type Meaning = Pick<Workbook, 'from1904' | 'dateKinds'> & { readonly strings: readonly string[] }

/** A cell as CSV: dates as ISO, numbers with a point, everything else as it is shown. */
function cellAsCsv(text: string, type: string, style: string | undefined, meaning: Meaning): string {
  switch (type) {
    case 's': {
      const shared = meaning.strings[Number(text)]
      if (shared === undefined) throw damaged('shared string')
      return shared
    }
    case 'n': {
      const kind = style === undefined ? null : (meaning.dateKinds[Number(style)] ?? null)
      return csvCell((kind === null ? null : serialDate(Number(text), kind, meaning.from1904)) ?? plainNumber(text))
    }
    case 'b': return text.trim() === '1' ? 'TRUE' : 'FALSE'
    default: return csvCell(text)
  }
}

/** Gives a sheet's rows as they come in; without what its cells refer to, they come as they are stored. */
export async function readSheet(parts: ZipParts, name: string, meaning: Meaning | null, handler: SheetHandler, progress?: (bytes: number) => void): Promise<void> {
  let row = 0
  let column = -1
  let cells: string[] = []
  let cell: Attributes = {}
  const current = new CellText()

  const openCell = (attributes: Attributes) => {
    cell = attributes
    const next = attributes['r'] === undefined ? column + 1 : cellColumn(attributes['r'])
    if (next <= column) throw damaged('cell order')
    column = next
  }
  const closeCell = () => {
    const text = current.take()
    if (text === '') return
    if (column >= limits.columns) throw tooLarge('columns')
    while (cells.length < column) cells.push('')
    cells.push(meaning === null ? text : cellAsCsv(text, cell['t'] ?? 'n', cell['s'], meaning))
  }
  const openRow = (attributes: Attributes) => {
    const next = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
    if (!Number.isInteger(next) || next <= row) throw damaged('row order')
    if (next > limits.rows) throw tooLarge('rows')
    row = next
    column = -1
    cells = []
  }
  await readXml(parts.read(name), {
    open(tag, attributes) {
      if (tag === 'c') openCell(attributes)
      else if (tag === 'row') openRow(attributes)
      else current.open(tag)
    },
    text: (text) => { current.add(text) },
    close(tag) {
      if (tag === 'c') closeCell()
      else if (tag !== 'row') current.close(tag)
      else if (cells.length > 0) handler.row(row, cells)
    },
    isEnough: handler.isEnough,
  }, progress)
}
