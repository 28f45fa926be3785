import { posix } from 'node:path'
import { builtInDateKind, type DateKind, dateKindOf } from '../../../../shared/import/spreadsheet/number-format.ts'
import { AppError } from '../../../../shared/result.ts'
import { limits, tooLarge } from './limits.ts'
import { readXml } from './read-xml.ts'
import type { ZipParts } from './zip-parts.ts'

export type SheetPart = { readonly name: string; readonly part: string }
export type Workbook = {
  /** As the tabs stand; those that are hidden only where no other is there. */
  readonly sheets: readonly SheetPart[]
  readonly sharedStrings: string | null
  readonly from1904: boolean
  /** What a cell's style makes of its number. */
  readonly dateKinds: readonly DateKind[]
}
type Relation = { readonly type: string; readonly part: string }

function readStructure(parts: ZipParts, name: string) {
  if (parts.size(name) > limits.structureBytes) throw tooLarge('structure')
  return parts.read(name)
}

/** How one part refers to others, by the names it uses for them. */
async function readRelations(parts: ZipParts, of: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(of)
  const name = posix.join(folder, '_rels', `${posix.basename(of)}.rels`)
  const relations = new Map<string, Relation>()
  if (!parts.has(name)) return relations
  await readXml(readStructure(parts, name), {
    open(tag, { Id, Type = '', Target = '', TargetMode }) {
      if (tag !== 'Relationship' || Id === undefined || TargetMode === 'External') return
      const part = Target.startsWith('/') ? posix.normalize(Target.slice(1)) : posix.join(folder, Target)
      relations.set(Id, { type: posix.basename(Type), part })
    },
  })
  return relations
}

async function readDateKinds(parts: ZipParts, name: string | null): Promise<DateKind[]> {
  const kinds: DateKind[] = []
  if (name === null || !parts.has(name)) return kinds
  const custom = new Map<string, DateKind>()
  let inCellStyles = false
  await readXml(readStructure(parts, name), {
    open(tag, { numFmtId = '', formatCode = '' }) {
      if (tag === 'numFmt') custom.set(numFmtId, dateKindOf(formatCode))
      else if (tag === 'cellXfs') inCellStyles = true
      else if (tag === 'xf' && inCellStyles) kinds.push(custom.has(numFmtId) ? (custom.get(numFmtId) ?? null) : builtInDateKind(Number(numFmtId)))
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false
    },
  })
  return kinds
}

/** Whether the zip file is one document, and not several files packed together. */
export function isDocument(parts: ZipParts): boolean {
  return parts.has('[Content_Types].xml') || parts.has('mimetype') || parts.has('xl/workbook.xml') || parts.has('xl/workbook.bin')
}

/** What the document is made of. Throws for a zip file that is another kind of document, or none. */
export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  const main = [...(await readRelations(parts, '')).values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!main.endsWith('.xml') || !parts.has(main)) {
    if (parts.has('mimetype') && parts.has('content.xml')) throw new AppError('file-is-ods')
    throw new AppError(parts.has('xl/workbook.bin') ? 'file-is-spreadsheet' : isDocument(parts) ? 'file-not-text' : 'file-is-archive')
  }
  const relations = await readRelations(parts, main)
  const shown: SheetPart[] = []
  const hidden: SheetPart[] = []
  let from1904 = false
  await readXml(readStructure(parts, main), {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '')
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      const relation = relations.get(id)
      if (relation?.type === 'worksheet') (['hidden', 'veryHidden'].includes(attributes['state'] ?? '') ? hidden : shown).push({ name: attributes['name'] ?? '', part: relation.part })
    },
  })
  const only = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.part ?? null
  return {
    sheets: shown.length > 0 ? shown : hidden,
    sharedStrings: only('sharedStrings'),
    from1904,
    dateKinds: await readDateKinds(parts, only('styles')),
  }
}
