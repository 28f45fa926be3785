import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportLayout } from '../../../shared/contract/exports.ts'
import { type CsvLayout, csvHeader, csvRows } from '../../../shared/export/csv.ts'
import type { Table } from '../../../shared/export/table.ts'
import { AppError, assertNever } from '../../../shared/result.ts'
import { spreadsheetOf } from './spreadsheet.ts'

/** What is being written has another name until it is whole, so that nobody opens half a table. */
const UNFINISHED = '.unfinished'

const csvLayouts = {
  'csv-semicolon': { delimiter: ';', decimalMark: ',' },
  'csv-comma': { delimiter: ',', decimalMark: '.' },
} as const satisfies Record<Exclude<ExportLayout, 'xlsx'>, CsvLayout>

/** Says why a file could not be written in words the owner can act on. */
function notWritten(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new AppError('cancelled')
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC': case 'EDQUOT': return new AppError('disk-full', code)
    case 'EACCES': case 'EPERM': case 'EROFS': case 'EBUSY': case 'EISDIR': case 'ENOENT': case 'ETXTBSY': return new AppError('export-not-writable', code)
    default: return error
  }
}

async function* csvOf({ columns, pages }: Table, layout: CsvLayout): AsyncGenerator<string> {
  yield csvHeader(columns, layout)
  for await (const rows of pages) yield csvRows(columns, rows, layout)
}

function streamOf(table: Table, layout: ExportLayout): Readable {
  switch (layout) {
    case 'csv-semicolon': case 'csv-comma': return Readable.from(csvOf(table, csvLayouts[layout]), { highWaterMark: 1 })
    case 'xlsx': return spreadsheetOf(table)
    default: return assertNever(layout)
  }
}

/** What has been written is on the disk before it gets its name: a file with that name is always whole. */
async function keep(unfinished: string, path: string): Promise<number> {
  const written = await open(unfinished, 'r+')
  try {
    await written.sync()
    const { size } = await written.stat()
    return size
  } finally {
    await written.close()
    await rename(unfinished, path)
  }
}

/**
 * Writes a table where the owner said. Stopped, killed or out of room at any moment, a file that was there before stays as it was. Answers the number
 * of rows below the heading and the size of the file.
 */
export async function writeTable(path: string, table: Table, layout: ExportLayout, signal: AbortSignal): Promise<{ rows: number; bytes: number }> {
  const unfinished = `${path}${UNFINISHED}`
  let rows = 0
  async function* counted() {
    for await (const page of table.pages) {
      rows += page.length
      yield page
    }
  }
  try {
    await pipeline(streamOf({ ...table, pages: counted() }, layout), createWriteStream(unfinished), { signal })
    return { rows, bytes: await keep(unfinished, path) }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw notWritten(error, signal)
  }
}
