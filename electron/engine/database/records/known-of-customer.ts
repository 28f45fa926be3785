import type { CustomerKeys } from '../../../../shared/contract/identity.ts'
import type { KnownOfCustomer } from '../../../../shared/contract/records.ts'
import type { RecordValue } from '../../../../shared/import/records/imported-records.ts'
import { customerKey } from '../../../../shared/customers/identity/customer-key.ts'
import type { Reader } from '../connection.ts'
import { newestOf, type StoredRow } from './record-store.ts'

/** Every key under which a list may know one of a person's customers; a name alone is none, it may be anybody's. */
function keysOf(customers: readonly CustomerKeys[]): string[] {
  return customers.flatMap(({ kind, customerKey: value, name, email, phone, postcode }) => [
    ...(kind === 'name' ? [] : [`${kind}:${value}`]),
    customerKey('email', email ?? ''),
    customerKey('phone', phone ?? ''),
    postcode === null ? null : customerKey('name', name, postcode),
  ]).filter((key) => key !== null)
}

function recordsOf(reader: Reader, keys: readonly string[]): Promise<{ kind: string; record_key: string }[]> {
  return reader.all('SELECT DISTINCT kind, record_key FROM record_customer WHERE customer_key IN (SELECT value FROM json_each(?))', [JSON.stringify(keys)])
}

/** By name alone only where nothing else is known of the person and no two in the lists are called so. */
async function recordsByName(reader: Reader, customers: readonly CustomerKeys[]): Promise<{ kind: string; record_key: string }[]> {
  if (customers.some(({ kind }) => kind !== 'name')) return []
  const records = await recordsOf(reader, customers.map(({ customerKey: value }) => `name:${value}`))
  return records.filter(({ kind }) => kind === 'customers').length > 1 ? [] : records
}

function rowsOf(reader: Reader, table: 'customer_record' | 'subscription', keys: readonly string[]): Promise<StoredRow[]> {
  return reader.all<StoredRow>(`SELECT * FROM ${table} WHERE record_key IN (SELECT value FROM json_each(?)) ORDER BY batch_id, record_key`, [JSON.stringify(keys)])
}

/**
 * What the lists say of a person: of all records under any of the keys the sales know the person by, and under the e-mail address of those, each field as
 * the newest import says it. `null` where no list knows the person.
 */
export async function readKnownOfCustomer(reader: Reader, customers: readonly CustomerKeys[]): Promise<KnownOfCustomer | null> {
  const direct = await recordsOf(reader, keysOf(customers))
  const first = direct.length > 0 ? direct : await recordsByName(reader, customers)
  if (first.length === 0) return null
  const keysIn = (records: typeof first, kind: string) => records.filter((record) => record.kind === kind).map((record) => record.record_key)
  const emails = (await rowsOf(reader, 'customer_record', keysIn(first, 'customers'))).map(({ email }) => customerKey('email', String(email ?? ''))).filter((key) => key !== null)
  const all = [...first, ...await recordsOf(reader, emails)]

  const rows = await rowsOf(reader, 'customer_record', keysIn(all, 'customers'))
  const known: Record<string, RecordValue> = newestOf(rows.map((row) => ({ ...row, record_key: '' }))).get('') ?? {}
  const subscriptions = newestOf(await rowsOf(reader, 'subscription', keysIn(all, 'subscriptions')))
  return {
    emailConsent: yesNo(known['email_consent']),
    smsConsent: yesNo(known['sms_consent']),
    channel: text(known['channel']),
    acquisitionCostCents: number(known['acquisition_cost_cents']),
    nps: number(known['nps']),
    engagement: number(known['engagement']),
    points: number(known['points']),
    customerGroup: text(known['customer_group']),
    tags: JSON.parse(text(known['tags']) ?? '[]') as string[],
    birthDate: text(known['birth_date']),
    registeredOn: text(known['registered_on']),
    subscriptions: [...subscriptions.values()]
      .map((one) => ({ plan: text(one['plan']), startedOn: text(one['started_on']) ?? '', endedOn: text(one['ended_on']), amountCents: number(one['amount_cents']) }))
      .sort((a, b) => b.startedOn.localeCompare(a.startedOn)),
  }
}

const text = (value: RecordValue | undefined): string | null => (value === undefined ? null : String(value))
const number = (value: RecordValue | undefined): number | null => (value === undefined ? null : Number(value))
const yesNo = (value: RecordValue | undefined): boolean | null => (value === undefined ? null : value === 1)
