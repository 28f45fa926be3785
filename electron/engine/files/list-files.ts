import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '../../../shared/result.ts'
import { type FileSource, sourceName } from './file-source.ts'
import { failureOfFile } from './read-file.ts'
import { isDocument } from './spreadsheet/workbook.ts'
import { openZipParts } from './spreadsheet/zip-parts.ts'
import { isZip } from './table-file.ts'

export type ListedFiles = { readonly files: FileSource[]; readonly skipped: string[] }

const salesFiles = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xlsm'])
/** No owner means to import more at once; a whole disk dropped by mistake is more. */
const limits = { files: 500, entries: 20_000, depth: 8 } as const

const isSalesFile = (name: string) => salesFiles.has(extname(name).toLowerCase())
/** Packed like a zip file, but one document: where it is damaged, it is a damaged spreadsheet. */
const isSpreadsheetName = (name: string) => ['.xlsx', '.xlsm'].includes(extname(name).toLowerCase())
const isZipName = (name: string) => extname(name).toLowerCase() === '.zip'
/** What systems and programs leave behind, and nobody put there. */
const isLeftBehind = (name: string) => name.split('/').some((part) => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX') || /^(?:thumbs\.db|desktop\.ini)$/iu.test(basename(name))

const inOrder = new Intl.Collator('en', { numeric: true })

/** The sales files in a zip file; null where it is one document, a spreadsheet for one. */
async function filesInZip(source: FileSource): Promise<ListedFiles | null> {
  const parts = await openZipParts(source.path, 'archive')
  try {
    if (isDocument(parts)) return null
    const names = parts.names.filter((name) => !isLeftBehind(name)).sort(inOrder.compare)
    return { files: names.filter(isSalesFile).map((entry) => ({ ...source, entry })), skipped: names.filter((name) => !isSalesFile(name)) }
  } finally {
    parts.close()
  }
}

/** Every file in a folder and the folders in it, by its path from there. What only points to elsewhere is left alone. */
async function namesInFolder(folder: string): Promise<string[]> {
  const names: string[] = []
  let entries = 0
  const walk = async (inside: string, depth: number): Promise<void> => {
    const found = await readdir(join(folder, inside), { withFileTypes: true }).catch((error: unknown) => { throw failureOfFile(error) })
    for (const entry of found) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (++entries > limits.entries) throw new AppError('folder-too-large', 'entries')
      if (isLeftBehind(name)) continue
      if (entry.isDirectory() && depth < limits.depth) await walk(name, depth + 1)
      else if (entry.isFile()) names.push(name)
    }
  }
  await walk('', 0)
  return names.sort(inOrder.compare)
}

async function filesInFolder(folder: string): Promise<ListedFiles> {
  const files: FileSource[] = []
  const skipped: string[] = []
  for (const name of await namesInFolder(folder)) {
    const source = { path: join(folder, name), folder }
    const inside = isZipName(name) ? await filesInZip(source) : null
    if (inside !== null) {
      files.push(...inside.files)
      skipped.push(...inside.skipped.map((one) => `${name} › ${one}`))
    } else if (isSalesFile(name)) files.push(source)
    else skipped.push(name)
  }
  return { files, skipped }
}

/**
 * The sales files that what the owner gave stands for: a file for itself, a folder or a zip file for those in it. `skipped` are the names of the others.
 * Throws an AppError where there is none, or where there is too much.
 */
export async function listFiles(path: string): Promise<ListedFiles> {
  const about = await stat(path).catch((error: unknown) => { throw failureOfFile(error) })
  const source = { path }
  const inside = about.isDirectory() ? await filesInFolder(path) : about.isFile() && isZip(path) && !isSpreadsheetName(path) ? await filesInZip(source) : null
  if (inside === null) return { files: [source], skipped: [] }
  if (inside.files.length === 0) throw new AppError('no-sales-files-inside', undefined, { name: sourceName(source) })
  if (inside.files.length > limits.files) throw new AppError('folder-too-large', 'files')
  return inside
}
