import { parseIsoDay } from '../../calendar.ts'
import { assertNever } from '../../result.ts'
import { amountText } from '../csv.ts'
import type { Cell, CellKind, Column, Row } from '../table.ts'
import { styles } from './workbook-parts.ts'
import { xmlText } from './xml-text.ts'

/** Rows of a sheet, its heading included (Excel specifications and limits). */
export const MOST_ROWS = 1_048_576
/** A longer text makes Excel call the file damaged. */
const MOST_CHARACTERS = 32_767
/** Day 0 of a spreadsheet, 30 December 1899. */
const EPOCH = 25_569
const MINUTES_PER_DAY = 1440
/** Reads like an escaped character to a spreadsheet (ECMA-376 part 1, 22.9.2.19), and so is escaped itself. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/gu
const WIDTHS: Readonly<Record<CellKind, number>> = { text: 24, cents: 14, day: 12, moment: 18, number: 11, share: 11 }

/** The letters of a column, 0 for the first. Example: `columnLetters(27)` is 'AB'. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

function textCell(name: string, text: string, style: number): string {
  const shown = xmlText(text.slice(0, MOST_CHARACTERS).replaceAll(LOOKS_ESCAPED, '_x005F_'))
  return `<c r="${name}"${style === 0 ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`
}

/** A moment as days since the epoch of spreadsheets; `null` for what is none. */
function serial(moment: string): number | null {
  const day = parseIsoDay(moment.slice(0, 10))
  if (day === null) return null
  const [hours = 0, minutes = 0] = moment.slice(11).split(':').map(Number)
  return day + EPOCH + (hours * 60 + minutes) / MINUTES_PER_DAY
}

function cellXml(name: string, cell: Cell, kind: CellKind): string {
  if (cell === null || cell === '') return ''
  switch (kind) {
    case 'text': return textCell(name, String(cell), 0)
    case 'cents': return `<c r="${name}" s="${styles.cents}"><v>${amountText(Number(cell))}</v></c>`
    case 'number': return `<c r="${name}"><v>${cell}</v></c>`
    case 'share': return `<c r="${name}" s="${styles.share}"><v>${cell}</v></c>`
    case 'day': case 'moment': {
      const days = serial(String(cell))
      return days === null ? textCell(name, String(cell), 0) : `<c r="${name}" s="${styles[kind]}"><v>${days}</v></c>`
    }
    default: return assertNever(kind)
  }
}

/** How a sheet begins: the heading, which stays in sight, and the widths of the columns. */
export function sheetStart(columns: readonly Column[]): string {
  const widths = columns.map(({ kind }, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`)
  const headings = columns.map(({ header }, index) => textCell(`${columnLetters(index)}1`, header, styles.heading))
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `<cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`
}

/**
 * Rows as they stand in a sheet, the first of them on line `line` (2 for the first below the heading). Texts are texts and cannot become formulas;
 * money, shares, days and moments are numbers with a format. Example: 1250 cents on line 2 are `<c r="A2" s="1"><v>12.50</v></c>`.
 */
export function sheetRows(columns: readonly Column[], rows: readonly Row[], line: number): string {
  const letters = columns.map((_, index) => columnLetters(index))
  let xml = ''
  for (let at = 0; at < rows.length; at++) {
    xml += `<row r="${line + at}">`
    for (let index = 0; index < columns.length; index++) {
      xml += cellXml(`${letters[index]}${line + at}`, rows[at]?.[index] ?? null, columns[index]?.kind ?? 'text')
    }
    xml += '</row>'
  }
  return xml
}

export const SHEET_END = '</sheetData></worksheet>'
