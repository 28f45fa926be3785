import { normalizedPhone } from '../../../customers/identity/phone.ts'
import { normalizedPostcode } from '../../../customers/identity/postcode.ts'
import type { CellReader } from '../../bytes/cell-reader.ts'
import { int32Column, TextPool } from '../../bytes/growing-column.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import { decodeText, encodeUtf8 } from '../../bytes/text-codec.ts'
import type { ReadingPlan } from '../../reading-plan.ts'
import { customerKey, type CustomerKeyKind } from '../../../customers/identity/customer-key.ts'
import { BEFORE_POSTCODE, NameCells } from './name-cells.ts'
import { NormalizedCells } from './normalized-cells.ts'

type OneCellKind = Exclude<CustomerKeyKind, 'name'>
/** The customer per distinct cell, so that only a cell not seen before becomes a string. */
type KnownCells = { readonly cells: Interner; readonly customers: ReturnType<typeof int32Column> }
const none = (): KnownCells => ({ cells: new Interner(), customers: int32Column() })

/**
 * The customers of a file, numbered in order of appearance. A customer number is believed before an e-mail, an e-mail before a telephone
 * number, that before a name with a postcode, and that before a name alone.
 */
export class CustomerRegister {
  readonly keys = new Interner()
  private readonly columns: Readonly<Record<OneCellKind | 'postcode', number>>
  private readonly known: Readonly<Record<CustomerKeyKind, KnownCells>> = { id: none(), email: none(), phone: none(), name: none() }
  private readonly name: NameCells
  private readonly pool = new TextPool()
  private readonly phoneCells: NormalizedCells
  private readonly postcodeCells: NormalizedCells
  /** Index into `pool` per customer, -1 while unknown. */
  private readonly names = int32Column()
  private readonly emails = int32Column()
  private readonly phones = int32Column()
  private readonly postcodes = int32Column()

  constructor(columns: ReadingPlan['columns']) {
    this.columns = { id: columns.customerId ?? -1, email: columns.customerEmail ?? -1, phone: columns.customerPhone ?? -1, postcode: columns.customerPostcode ?? -1 }
    this.name = new NameCells([columns.customerName ?? -1, columns.customerMiddleName ?? -1, columns.customerLastName ?? -1])
    this.phoneCells = new NormalizedCells(this.columns.phone, this.pool, normalizedPhone)
    this.postcodeCells = new NormalizedCells(this.columns.postcode, this.pool, normalizedPostcode)
  }

  /** The number of the row's customer, -1 for nobody. */
  of(row: ScannedRow, cell: CellReader): number {
    let customer = this.find('id', row, cell)
    if (customer < 0) customer = this.find('email', row, cell)
    if (customer < 0) customer = this.find('phone', row, cell)
    if (customer < 0) customer = this.findByName(row, cell)
    if (customer >= 0) this.complete(customer, row, cell)
    return customer
  }

  texts(customers: Int32Array) {
    return {
      keys: this.keys.texts.pick(customers),
      names: this.pool.pick(customers.map((customer) => this.names.at(customer))),
      emails: this.pool.pick(customers.map((customer) => this.emails.at(customer))),
      phones: this.pool.pick(customers.map((customer) => this.phones.at(customer))),
      postcodes: this.pool.pick(customers.map((customer) => this.postcodes.at(customer))),
    }
  }

  private find(kind: OneCellKind, row: ScannedRow, cell: CellReader): number {
    if (!cell.at(row, this.columns[kind])) return -1
    const { cells, customers } = this.known[kind]
    const index = cells.intern(cell.bytes, cell.start, cell.end)
    if (index === customers.length) customers.push(this.register(customerKey(kind, cell.text())))
    return customers.at(index)
  }

  private findByName(row: ScannedRow, cell: CellReader): number {
    const { name } = this
    if (!name.read(row, cell)) return -1
    const nameEnd = name.end
    const hasPostcode = cell.at(row, this.columns.postcode)
    if (hasPostcode) name.append(cell, BEFORE_POSTCODE)
    const { cells, customers } = this.known.name
    const index = cells.intern(name.bytes, 0, name.end)
    if (index === customers.length) {
      customers.push(this.register(customerKey('name', decodeText(name.bytes, 0, nameEnd), hasPostcode ? normalizedPostcode(cell.text()) : null)))
    }
    return customers.at(index)
  }

  register(key: string | null): number {
    if (key === null) return -1
    const bytes = encodeUtf8(key)
    const customer = this.keys.intern(bytes, 0, bytes.length)
    if (customer === this.names.length) {
      for (const column of [this.names, this.emails, this.phones, this.postcodes]) column.push(-1)
    }
    return customer
  }

  /** The first name, e-mail, telephone number and postcode a file gives for a customer are kept. */
  private complete(customer: number, row: ScannedRow, cell: CellReader): void {
    if (this.names.at(customer) < 0 && this.name.read(row, cell)) {
      this.names.values[customer] = this.pool.add(this.name.bytes, 0, this.name.end)
    }
    if (this.emails.at(customer) < 0 && cell.at(row, this.columns.email)) {
      this.emails.values[customer] = this.pool.add(cell.bytes, cell.start, cell.end)
    }
    if (this.columns.phone >= 0 && this.phones.at(customer) < 0) this.phones.values[customer] = this.phoneCells.read(row, cell)
    if (this.columns.postcode >= 0 && this.postcodes.at(customer) < 0) this.postcodes.values[customer] = this.postcodeCells.read(row, cell)
  }
}
