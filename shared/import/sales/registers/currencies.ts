import { AppError } from '../../../result.ts'
import type { CellReader } from '../../bytes/cell-reader.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', EURO: 'EUR', 'ZŁ': 'PLN' }

/** The currencies of the rows that count: by the currency column, else by what stands in the amounts. */
export class Currencies {
  private readonly column: number
  private readonly cells = new Interner()
  private readonly codes: string[] = []
  private readonly seen = new Set<string>()
  private last = ''

  constructor(column: number) {
    this.column = column
  }

  see(row: ScannedRow, cell: CellReader, inAmount: string | null): void {
    const code = this.column < 0 ? inAmount : this.codeOf(row, cell)
    if (!code || code === this.last) return
    this.last = code
    this.seen.add(code)
  }

  /** The file's one currency, null where none is told. Throws `import-mixed-currencies` where there are several. */
  theOnly(): string | null {
    if (this.seen.has('$') && [...this.seen].some((code) => /^[A-Z]{2}D$/u.test(code))) this.seen.delete('$')
    if (this.seen.size > 1) throw new AppError('import-mixed-currencies', undefined, { currencies: [...this.seen].sort().join(', ') })
    const [only] = this.seen
    return only !== undefined && /^[A-Z]{3}$/u.test(only) ? only : null
  }

  private codeOf(row: ScannedRow, cell: CellReader): string | null {
    if (!cell.at(row, this.column)) return null
    const index = this.cells.intern(cell.bytes, cell.start, cell.end)
    if (index === this.codes.length) {
      const text = cell.text().toUpperCase()
      this.codes.push(SIGNS[text] ?? text)
    }
    return this.codes[index] ?? null
  }
}
