import { AppError } from '../../../result.ts'
import type { CellReader } from '../../bytes/cell-reader.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', EURO: 'EUR', 'ZŁ': 'PLN' }

const DOLLARS = /^(?:\$|[A-Z]{2}D)$/u

/** The currencies of the rows that count: by the currency column, else by what stands in the amounts. */
export class Currencies {
  private readonly column: number
  private readonly only: string | null
  private readonly cells = new Interner()
  private readonly codes: string[] = []
  private readonly seen = new Set<string>()
  private last = ''

  /** `only` is the one currency that counts, where the owner chose. */
  constructor(column: number, only: string | null) {
    this.column = column
    this.only = only
  }

  /** Whether a row is in another currency than the one that counts; one that says nothing of it is not. */
  isOther(row: ScannedRow, cell: CellReader, inAmount: string | null): boolean {
    const code = this.column < 0 ? inAmount : this.codeOf(row, cell)
    if (!code || code === this.last) return false
    if (this.only !== null && code !== this.only && !(DOLLARS.test(code) && DOLLARS.test(this.only) && (code === '$' || this.only === '$'))) return true
    this.last = code
    this.seen.add(code)
    return false
  }

  /** Those of the rows so far, in the order of their names; a dollar sign beside a kind of dollars is that kind. */
  get all(): readonly string[] {
    const codes = [...this.seen].sort()
    return codes.some((code) => code !== '$' && DOLLARS.test(code)) ? codes.filter((code) => code !== '$') : codes
  }

  /** The file's one currency, null where none is told. Throws `import-mixed-currencies` where there are several. */
  theOnly(): string | null {
    const { all } = this
    if (all.length > 1) throw new AppError('import-mixed-currencies', undefined, { currencies: all.join(', ') })
    const [only] = all
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
