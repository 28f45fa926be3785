import type { RecordField, RecordKind, RejectReason } from '../../contract/data.ts'
import { recordFieldNames } from '../../contract/lists.ts'
import { AppError, assertNever } from '../../result.ts'
import { CellReader } from '../bytes/cell-reader.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'
import { RejectedRows } from '../sales/rejected-rows.ts'
import { createTableReader } from '../table-reader.ts'
import { customerKeysOf, wholeName } from './customer-keys.ts'
import type { ImportedRecord, ImportedRecords, RecordValue } from './imported-records.ts'
import { requiredFields, valueTypes } from './record-fields.ts'
import type { RecordPlan } from './record-plan.ts'
import { readValue, type ValueReading } from './values/read-value.ts'

type Values = Partial<Record<RecordField, RecordValue>>
type MutableRecord = ImportedRecord & { values: Values; customerKeys: string[] }

/** Why a row without it is set aside; of all else that is required it is the key that is missing. */
const missing: Readonly<Partial<Record<RecordField, RejectReason>>> = { startedOn: 'date-missing', month: 'date-missing', cost: 'amount-missing' }

export type RecordReader = {
  /** Takes the next bytes of the file; they may be cut anywhere. */
  readonly feed: (chunk: Uint8Array) => void
  readonly finish: () => ImportedRecords
  /** Data rows so far, for showing progress. */
  readonly rowsRead: number
}

/**
 * Reads a file that is not about sales, in pieces, the way `inspectRecords` planned it. Every data row adds to a record or is set aside with a
 * reason, its line number and its text; none is lost. Throws an AppError `import-no-column` where the plan lacks a column such a file is nothing without.
 */
export function createRecordReader(plan: RecordPlan): RecordReader {
  const { kind } = plan
  if (requiredFields[kind].some((group) => group.every((field) => plan.columns[field] === undefined))) throw new AppError('import-no-column')
  const columns = columnReadings(plan)
  const cell = new CellReader()
  const records = new Map<string, MutableRecord>()
  const rejected = new RejectedRows()
  let rowsAccepted = 0

  function readRow(row: ScannedRow): Values | RejectReason {
    const values: Values = { ...plan.everywhere }
    for (const { field, index, reading } of columns) {
      if (!cell.at(row, index)) continue
      const read = readValue(cell.text(), reading)
      if (read.kind === 'refused') return read.reason
      if (read.kind === 'value') values[field] = read.value
    }
    if (kind === 'customers' || kind === 'subscriptions') nameIn(values)
    const lacking = requiredFields[kind].find((group) => group.every((field) => values[field] === undefined))
    return lacking === undefined ? values : (missing[lacking[0]] ?? 'key-missing')
  }

  const table = createTableReader(plan, {
    row: (row) => {
      const values = readRow(row)
      if (typeof values === 'string') return rejected.add(row, values, Number.NaN)
      const customerKeys = kind === 'customers' || kind === 'subscriptions' ? customerKeysOf(values) : []
      const key = keyOf(kind, values, customerKeys[0])
      if (key === null) return rejected.add(row, 'key-missing', Number.NaN)
      rowsAccepted++
      const before = records.get(key)
      if (before === undefined) records.set(key, { key, customerKeys, values })
      else addTo(before, values, customerKeys)
    },
    reject: (row, reason) => { rejected.add(row, reason, Number.NaN) },
  })
  return {
    feed: table.feed,
    finish: () => {
      table.finish()
      return { kind, format: plan.format, rowsRead: table.rowsRead, rowsAccepted, records: [...records.values()], rejected: rejected.finish() }
    },
    get rowsRead() {
      return table.rowsRead
    },
  }
}

function columnReadings({ kind, columns, dateOrder, decimalMarks, opposites, latestDay = Infinity }: RecordPlan) {
  return recordFieldNames[kind].flatMap((field: RecordField): { field: RecordField; index: number; reading: ValueReading }[] => {
    const index = columns[field]
    if (index === undefined) return []
    const isOfLife = field === 'birthDate' || field === 'registeredOn'
    const reading = { type: valueTypes[field], dateOrder, decimalMark: decimalMarks[field] ?? null, isOpposite: opposites.includes(field), latestDay: isOfLife ? latestDay : Infinity }
    return [{ field, index, reading }]
  })
}

/** From here on the name is one field. */
function nameIn(values: Values): void {
  const { customerName = '', customerMiddleName = '', customerLastName = '' } = values
  const name = wholeName(String(customerName), String(customerMiddleName), String(customerLastName))
  delete values.customerMiddleName
  delete values.customerLastName
  if (name !== '') values.customerName = name
}

/** Under what a row's record is known; `null` where nothing in it tells. */
function keyOf(kind: RecordKind, values: Values, customerKey: string | undefined): string | null {
  switch (kind) {
    case 'customers': return customerKey ?? null
    case 'products': return String(values.productId ?? values.productName)
    case 'subscriptions':
      if (customerKey === undefined) return null
      return values.subscriptionId === undefined ? [customerKey, values.plan ?? '', values.startedOn].join('\n') : `id:${values.subscriptionId}`
    case 'acquisition-costs': return `${String(values.channel).toLowerCase()}\n${values.month}`
    default: return assertNever(kind)
  }
}

/** A later row of the same record says more of it, or says it anew; the name stays as it was given first, and costs of one channel in one month add up. */
function addTo(record: MutableRecord, values: Values, customerKeys: readonly string[]): void {
  const { cost, customerName } = record.values
  Object.assign(record.values, values)
  if (customerName !== undefined) record.values.customerName = customerName
  if (values.cost !== undefined) record.values.cost = Number(cost) + Number(values.cost)
  for (const key of customerKeys) if (!key.startsWith('name') && !record.customerKeys.includes(key)) record.customerKeys.push(key)
}
