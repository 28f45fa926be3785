import { csvCell } from '../../../../shared/import/spreadsheet/csv-cell.ts'
import { CellText } from './cell-text.ts'
import { limits, tooLarge } from './limits.ts'
import { readXml } from './read-xml.ts'
import type { ZipParts } from './zip-parts.ts'

/** The texts that cells refer to by number, each as a cell of CSV. */
export async function readSharedStrings(parts: ZipParts, name: string | null): Promise<string[]> {
  const strings: string[] = []
  if (name === null || !parts.has(name)) return strings
  const current = new CellText()
  await readXml(parts.read(name), {
    open(tag) {
      current.open(tag)
    },
    text: (text) => { current.add(text) },
    close(tag) {
      current.close(tag)
      if (tag !== 'si') return
      if (strings.length >= limits.sharedStrings) throw tooLarge('shared strings')
      strings.push(csvCell(current.take()))
    },
  })
  return strings
}
