import type { CellReader } from '../../bytes/cell-reader.ts'
import { int32Column, TextPool } from '../../bytes/growing-column.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import { encodeUtf8 } from '../../bytes/text-codec.ts'
import type { ReadingPlan } from '../../reading-plan.ts'

export type CustomerKeyKind = 'id' | 'email' | 'name'

/** What shops write where there is no customer. */
const NOBODY: ReadonlySet<string> = new Set([
  '', '0', '-', '--', 'guest', 'gast', 'invité', 'n/a', 'na', 'nan', 'null', 'none', 'nil', 'undefined', 'unknown', 'onbekend', 'unbekannt', 'inconnu', 'anonymous', 'anoniem',
])

/**
 * The key under which a customer is known: `id:`, `email:` or `name:` and the value without what spreadsheets and typing
 * add to it. `null` for nobody.
 *
 * Example: `customerKey('id', "'17850.0")` is 'id:17850'; `customerKey('name', '  ANNA  de Vries')` is 'name:anna de vries'.
 */
export function customerKey(kind: CustomerKeyKind, text: string): string | null {
  const plain = text.replace(/^'+/u, '').trim().replace(/\s+/gu, ' ')
  const value = kind === 'id' ? plain.replace(/^(\d+)\.0+$/u, '$1') : plain.normalize('NFC').toLowerCase()
  return NOBODY.has(value.toLowerCase()) ? null : `${kind}:${value}`
}

/** The customers of a file, numbered in order of appearance. A customer number is believed before an e-mail, an e-mail before a name. */
export class CustomerRegister {
  readonly keys = new Interner()
  private readonly columns: Readonly<Record<CustomerKeyKind, number>>
  private readonly known: Readonly<Record<CustomerKeyKind, { readonly cells: Interner; readonly customers: ReturnType<typeof int32Column> }>>
  private readonly pool = new TextPool()
  /** Index into `pool` per customer, -1 while unknown. */
  private readonly names = int32Column()
  private readonly emails = int32Column()

  constructor(columns: ReadingPlan['columns']) {
    this.columns = { id: columns.customerId ?? -1, email: columns.customerEmail ?? -1, name: columns.customerName ?? -1 }
    const none = () => ({ cells: new Interner(), customers: int32Column() })
    this.known = { id: none(), email: none(), name: none() }
  }

  /** The number of the row's customer, -1 for nobody. */
  of(row: ScannedRow, cell: CellReader): number {
    let customer = this.find('id', row, cell)
    if (customer < 0) customer = this.find('email', row, cell)
    if (customer < 0) customer = this.find('name', row, cell)
    if (customer >= 0) this.complete(customer, row, cell)
    return customer
  }

  texts(customers: Int32Array) {
    return {
      keys: this.keys.texts.pick(customers),
      names: this.pool.pick(customers.map((customer) => this.names.at(customer))),
      emails: this.pool.pick(customers.map((customer) => this.emails.at(customer))),
    }
  }

  private find(kind: CustomerKeyKind, row: ScannedRow, cell: CellReader): number {
    if (!cell.at(row, this.columns[kind])) return -1
    const { cells, customers } = this.known[kind]
    const index = cells.intern(cell.bytes, cell.start, cell.end)
    if (index === customers.length) customers.push(this.register(customerKey(kind, cell.text())))
    return customers.at(index)
  }

  private register(key: string | null): number {
    if (key === null) return -1
    const bytes = encodeUtf8(key)
    const customer = this.keys.intern(bytes, 0, bytes.length)
    if (customer === this.names.length) {
      this.names.push(-1)
      this.emails.push(-1)
    }
    return customer
  }

  /** The first name and the first e-mail a file gives for a customer are kept. */
  private complete(customer: number, row: ScannedRow, cell: CellReader): void {
    if (this.names.at(customer) < 0 && cell.at(row, this.columns.name)) {
      this.names.values[customer] = this.pool.add(cell.bytes, cell.start, cell.end)
    }
    if (this.emails.at(customer) < 0 && cell.at(row, this.columns.email)) {
      this.emails.values[customer] = this.pool.add(cell.bytes, cell.start, cell.end)
    }
  }
}
