import { HEAD_BYTES } from '../../../../shared/import/inspect-file.ts'
import type { TableFile } from '../table-file.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet } from './read-sheet.ts'
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts'
import { openZipParts, type ZipParts } from './zip-parts.ts'

/** A row of a table has at least so many cells; notes and titles have fewer. */
const TABLE_CELLS = 3
/** How many rows of how many sheets are looked at to find the one with the table. */
const ROWS_LOOKED_AT = 50
const SHEETS_LOOKED_AT = 50
const CHUNK_CHARACTERS = 1 << 16

/** The sheet that most looks like a table: most rows of several cells among its first, else most rows; the first such sheet. */
async function chooseSheet(parts: ZipParts, { sheets }: Workbook): Promise<SheetPart | null> {
  let chosen = sheets[0] ?? null
  if (sheets.length === 1) return chosen
  let most = 0
  for (const sheet of sheets.slice(0, SHEETS_LOOKED_AT)) {
    let rows = 0
    let tableRows = 0
    const count = (cells: readonly string[]) => {
      rows++
      if (cells.filter((cell) => cell !== '').length >= TABLE_CELLS && rows <= ROWS_LOOKED_AT) tableRows++
    }
    await readSheet(parts, sheet.part, null, { row: (_, cells) => { count(cells) }, isEnough: () => rows >= ROWS_LOOKED_AT })
    const looks = tableRows * (ROWS_LOOKED_AT + 1) + Math.min(rows, ROWS_LOOKED_AT)
    if (looks > most) {
      most = looks
      chosen = sheet
    }
  }
  return chosen
}

/** Gathers rows into bytes of CSV: row n of the sheet on line n, and every row as wide as the widest before it, as spreadsheets export them. */
function csvWriter(take: (bytes: Uint8Array) => void) {
  let csv = ''
  let line = 1
  let width = 0
  const encoder = new TextEncoder()
  const flush = () => {
    if (csv !== '') take(encoder.encode(csv))
    csv = ''
  }
  return {
    row: (number: number, cells: readonly string[]) => {
      width = Math.max(width, cells.length)
      csv += `${'\n'.repeat(number - line)}${cells.join(',')}${','.repeat(width - cells.length)}\n`
      line = number + 1
      if (csv.length >= CHUNK_CHARACTERS) flush()
    },
    flush,
  }
}

/** A spreadsheet's table as the CSV that an export of its sheet would give. `file` is its path, or all its bytes. */
export async function openSpreadsheet(file: string | Buffer, sizeBytes: number): Promise<TableFile> {
  const parts = await openZipParts(file)
  try {
    const workbook = await readWorkbook(parts)
    const first = await chooseSheet(parts, workbook)
    const meaning = { ...workbook, strings: first === null ? [] : await readSharedStrings(parts, workbook.sharedStrings) }

    const tableOf = (sheet: SheetPart | null): TableFile => {
      const read = async (take: (bytes: Uint8Array, fraction: number) => void, isEnough?: () => boolean) => {
        if (sheet === null) return
        let fraction = 0
        const writer = csvWriter((bytes) => { take(bytes, fraction) })
        await readSheet(parts, sheet.part, meaning, { row: writer.row, isEnough }, (bytes) => { fraction = Math.min(1, bytes / parts.size(sheet.part)) })
        writer.flush()
      }
      return {
        sizeBytes,
        sheet: sheet?.name,
        sheets: workbook.sheets.map(({ name }) => name),
        onSheet(name) {
          const other = workbook.sheets.find((one) => one.name === name)
          return other === undefined ? null : tableOf(other)
        },
        written: { encoding: 'utf-8', delimiter: ',' },
        async readStart() {
          const pieces: Uint8Array[] = []
          let length = 0
          await read((bytes) => {
            pieces.push(bytes)
            length += bytes.length
          }, () => length >= HEAD_BYTES)
          return { bytes: Buffer.concat(pieces, Math.min(length, HEAD_BYTES)), isWhole: length < HEAD_BYTES }
        },
        stream: (take) => read(take),
        close: parts.close,
      }
    }
    return tableOf(first)
  } catch (error) {
    parts.close()
    throw error
  }
}
