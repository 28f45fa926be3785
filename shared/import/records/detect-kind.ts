import type { FieldName, FilePreview, RecordField, RecordKind, TableKind } from '../../contract/data.ts'
import type { SeenColumn } from '../columns/map-columns.ts'
import { plainName } from '../columns/synonyms.ts'
import { recognizeRecordFormat } from './formats/index.ts'
import { type MappedRecordColumns, mapRecordWords } from './map-record-columns.ts'
import { requiredFields } from './record-fields.ts'

/** What only a list of customers says of them. */
const ABOUT_CUSTOMERS: readonly RecordField[] = [
  'emailConsent', 'smsConsent', 'channel', 'acquisitionCost', 'nps', 'engagement', 'points', 'customerGroup', 'tags', 'birthDate', 'registeredOn',
]
/** Beside a date and an amount, so many such columns make it a list after all. */
const ENOUGH = 2
const ABOUT_PRODUCTS: readonly RecordField[] = ['unitCost', 'category', 'brand', 'unitPrice']
/** Names that a product or anything else has too. */
const ANYBODYS: ReadonlySet<string> = new Set(['name', 'naam', 'nom', 'id', 'nummer', 'number'])
const MONEY_SPENT = /spen[dt]|cost|kost|uitgaven|besteed|ausgaben|co[uû]t|d[eé]penses|budget/iu

/** How the file reads as sales. */
type AsSales = Pick<FilePreview, 'format' | 'hasHeader' | 'columns'>
type Seen = { readonly asSales: AsSales; readonly columns: readonly SeenColumn[]; readonly customers: MappedRecordColumns }

/**
 * What a file is about, by the words in its header: sales, unless it has what only another kind has and lacks what a sale cannot do
 * without. `columns` are its columns with their first cells.
 */
export function detectKind(asSales: AsSales, columns: readonly SeenColumn[]): TableKind {
  if (!asSales.hasHeader || asSales.format !== 'generic') return 'sales'
  const known = recognizeRecordFormat(columns.map(({ name }) => name))
  if (known !== null) return known.kind
  const seen: Seen = { asSales, columns, customers: mapRecordWords(columns, 'customers') }
  if (isSubscriptions(seen)) return 'subscriptions'
  if (isAcquisitionCosts(seen)) return 'acquisition-costs'
  if (isProducts(seen)) return 'products'
  return isCustomers(seen) ? 'customers' : 'sales'
}

const fieldsOf = (mapped: MappedRecordColumns) => new Set([...mapped.values()].map(({ field }) => field))
const columnOf = ({ asSales }: Seen, field: FieldName) => asSales.columns.find((column) => column.field === field)
const hasSome = (fields: ReadonlySet<RecordField>, wanted: readonly RecordField[]) => wanted.some((field) => fields.has(field))

function hasRequired(fields: ReadonlySet<RecordField>, kind: RecordKind): boolean {
  return requiredFields[kind].every((group) => hasSome(fields, group))
}

function namesCustomer({ customers, columns }: Seen): boolean {
  const keys = requiredFields.customers.flat()
  return [...customers].some(([index, { field }]) => keys.includes(field) && !ANYBODYS.has(plainName(columns[index]?.name ?? '')))
}

/** A day by a name that sales use, and that is not the day on which somebody became a customer or was born. */
function hasSaleDate(seen: Seen): boolean {
  const date = columnOf(seen, 'date')
  const ofCustomer = date === undefined ? undefined : seen.customers.get(date.index)?.field
  return date?.evidence === 'header' && ofCustomer !== 'registeredOn' && ofCustomer !== 'birthDate'
}

function isSubscriptions(seen: Seen): boolean {
  const fields = fieldsOf(mapRecordWords(seen.columns, 'subscriptions'))
  const named = hasSome(fields, ['plan', 'subscriptionId'])
  return hasRequired(fields, 'subscriptions') && (named || (fields.has('endedOn') && !fields.has('amount')))
    && columnOf(seen, 'date')?.evidence !== 'header' && columnOf(seen, 'quantity') === undefined
}

function isAcquisitionCosts(seen: Seen): boolean {
  const mapped = mapRecordWords(seen.columns, 'acquisition-costs')
  const cost = [...mapped].find(([, { field }]) => field === 'cost')
  return hasRequired(fieldsOf(mapped), 'acquisition-costs') && MONEY_SPENT.test(seen.columns[cost?.[0] ?? -1]?.name ?? '')
    && !namesCustomer(seen) && (['orderId', 'quantity', 'productId', 'productName'] as const).every((field) => columnOf(seen, field) === undefined)
}

function isProducts(seen: Seen): boolean {
  const fields = fieldsOf(mapRecordWords(seen.columns, 'products'))
  return hasRequired(fields, 'products') && hasSome(fields, ABOUT_PRODUCTS) && columnOf(seen, 'date') === undefined
    && !namesCustomer(seen) && (fields.has('unitCost') || columnOf(seen, 'quantity') === undefined)
}

function isCustomers(seen: Seen): boolean {
  const fields = fieldsOf(seen.customers)
  const order = columnOf(seen, 'orderId')
  const isOrdered = order !== undefined && seen.customers.get(order.index)?.field !== 'customerId'
  if (!hasRequired(fields, 'customers') || isOrdered || hasSaleDate(seen)) return false
  if ((['quantity', 'productId', 'productName'] as const).some((field) => columnOf(seen, field) !== undefined)) return false
  const about = ABOUT_CUSTOMERS.filter((field) => fields.has(field))
  if (columnOf(seen, 'amount') === undefined && columnOf(seen, 'unitPrice') === undefined) return about.length > 0 || namesCustomer(seen)
  const date = columnOf(seen, 'date')
  if (date === undefined) return about.length > 0
  // The day somebody became a customer could be the day of a sale too.
  return about.length >= ENOUGH + (date.evidence === 'header' ? 1 : 0)
}
