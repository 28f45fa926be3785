import { type ZipPart, zipOf } from './zip-writer.ts'

/** A cell: text (shared), a number, a number with a style, or XML of its own. */
export type Cell = string | number | null | { readonly value: number; readonly style: number } | { readonly xml: (name: string) => string }
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[] | null)[]; readonly hidden?: boolean }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** The styles cells may point at: 0 as typed, 1 a day, 2 a moment, 3 a time, 4 an amount, 5 a Dutch day. */
const STYLES = `${HEAD}<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;dollar&quot;"/><numFmt numFmtId="165" formatCode="[$-413]d\\ mmmm\\ yyyy;@"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

export function sheetXml(rows: Sheet['rows'], shared: Map<string, number>): string {
  const cellXml = (cell: Cell, name: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
    if (typeof cell === 'string') {
      if (!shared.has(cell)) shared.set(cell, shared.size)
      return `<c r="${name}" t="s"><v>${shared.get(cell)}</v></c>`
    }
    return 'xml' in cell ? cell.xml(name) : `<c r="${name}" s="${cell.style}"><v>${cell.value}</v></c>`
  }
  const rowXml = (cells: readonly Cell[] | null, index: number) =>
    cells === null ? '' : `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`)).join('')}</row>`
  return `${HEAD}<worksheet ${MAIN}><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`
}

/** The parts of a workbook as Excel lays them out. */
export function workbookParts(sheets: readonly Sheet[], { from1904 = false } = {}): ZipPart[] {
  const shared = new Map<string, number>()
  const worksheets = sheets.map(({ rows }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(rows, shared) }))
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const listed = sheets.map(({ name, hidden }, index) => `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`)
  return [
    { name: '[Content_Types].xml', content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: '_rels/.rels', content: `${HEAD}<Relationships ${PACKAGE}>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    { name: 'xl/workbook.xml', content: `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships ${PACKAGE}>${sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${
        relation('rIdA', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rIdB', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...worksheets,
    { name: 'xl/sharedStrings.xml', content: `${HEAD}<sst ${MAIN}>${[...shared.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>` },
  ]
}

export function xlsxOf(rows: Sheet['rows'], options?: { readonly from1904?: boolean }): Buffer {
  return zipOf(workbookParts([{ name: 'Sheet1', rows }], options))
}

/** The parts of a workbook with some put in the place of those of the same name, or added. */
export function withParts(parts: readonly ZipPart[], others: readonly ZipPart[]): ZipPart[] {
  const names = new Set(others.map(({ name }) => name))
  return [...parts.filter(({ name }) => !names.has(name)), ...others]
}
