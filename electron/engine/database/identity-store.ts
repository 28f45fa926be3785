import { evidenceKinds } from '../../../shared/contract/lists.ts'
import type { EvidenceColumns, IdentityLink, KnownCustomers } from '../../../shared/customers/identity/find-links.ts'
import { decisionKey, type IdentityDecision, type IdentityDecisions, resolveIdentity } from '../../../shared/customers/identity/resolve-identity.ts'
import type { Reader, Writer } from './connection.ts'
import { orderCounts } from './counting.ts'
import { insertPacked, packRows, preparePackedRows } from './packed-rows.ts'
import { withoutVat } from './vat-store.ts'

type Evidence = Pick<IdentityLink, 'kind' | 'value'>

const CUSTOMERS_PER_PAGE = 50_000

/** Every customer who could have something in common with another. */
export async function readKnownCustomers(reader: Reader): Promise<KnownCustomers> {
  const range = await reader.get<{ first: number | null; last: number }>('SELECT min(customer_id) AS first, max(customer_id) AS last FROM customer')
  const ids: number[] = []
  const texts = { keys: [] as string[], names: [] as string[], emails: [] as string[], phones: [] as string[], postcodes: [] as string[] }
  for (let from = range?.first ?? Infinity; from <= (range?.last ?? 0); from += CUSTOMERS_PER_PAGE) {
    const page = await reader.get<Record<'ids' | keyof typeof texts, string>>(`
      SELECT json_group_array(customer_id) AS ids, json_group_array(customer_key) AS keys, json_group_array(name) AS names,
        json_group_array(email) AS emails, json_group_array(phone) AS phones, json_group_array(postcode) AS postcodes
      FROM (SELECT * FROM customer WHERE customer_id BETWEEN ? AND ? AND (email <> '' OR phone <> '' OR postcode <> '') ORDER BY customer_id)`,
    [from, from + CUSTOMERS_PER_PAGE - 1])
    if (!page) continue
    for (const id of JSON.parse(page.ids) as number[]) ids.push(id)
    for (const [column, values] of Object.entries(texts)) {
      for (const text of JSON.parse(page[column as keyof typeof texts]) as string[]) values.push(text)
    }
  }
  return { ids: Int32Array.from(ids), ...texts }
}

export async function readDecisions(reader: Reader): Promise<IdentityDecisions> {
  const rows = await reader.all<Evidence & { decision: IdentityDecision }>('SELECT kind, value, decision FROM identity_link')
  return new Map(rows.map((row) => [decisionKey(row), row.decision]))
}

/** Keeps what the owner said, or forgets it with 'automatic'. To be followed by `refreshIdentity`. */
export async function decideIdentity(writer: Writer, evidence: readonly Evidence[], decision: IdentityDecision | 'automatic'): Promise<void> {
  for (const { kind, value } of evidence) {
    if (decision === 'automatic') await writer.run('DELETE FROM identity_link WHERE kind = ? AND value = ?', [kind, value])
    else await writer.run('INSERT INTO identity_link (kind, value, decision) VALUES (?1, ?2, ?3) ON CONFLICT (kind, value) DO UPDATE SET decision = ?3', [kind, value, decision])
  }
}

/** Tells anew who is one person. To be called in each transaction that changes customers; it is the same whoever was there first. */
export async function refreshIdentity(writer: Writer): Promise<void> {
  const customers = await readKnownCustomers(writer)
  const decisions = await readDecisions(writer)
  const { persons, evidence } = resolveIdentity(customers, decisions)
  await forgetDecisionsWithoutCustomer(writer, evidence, decisions)
  const merged = Int32Array.from(persons.keys()).filter((row) => persons[row] !== row)
  await writer.run('DELETE FROM merged_customer')
  await preparePackedRows(writer)
  await insertPacked(writer, 'merged_customer (customer_id, into_customer_id)', packRows([
    { kind: 'integer', values: customers.ids },
    { kind: 'integer', values: persons.map((person) => customers.ids[person] ?? 0) },
  ], merged))
}

/** A decision names an address or a telephone number: where no customer has it any more, neither does the data file. */
async function forgetDecisionsWithoutCustomer(writer: Writer, evidence: EvidenceColumns, decisions: IdentityDecisions): Promise<void> {
  const gone = new Set(decisions.keys())
  for (const kind of gone.size > 0 ? evidenceKinds : []) {
    for (const value of evidence[kind]) if (value !== null) gone.delete(decisionKey({ kind, value }))
  }
  for (const key of gone) await writer.run("DELETE FROM identity_link WHERE kind || ' ' || value = ?", [key])
}

/** Per customer id the customer by whom the person goes; a customer who was not merged goes by themselves. */
export type Merges = {
  readonly personOf: (customerId: number) => number
  /** Everyone who was merged into another, in the order of their ids. */
  readonly merged: readonly number[]
}

export async function readMerges(reader: Reader): Promise<Merges> {
  const row = await reader.get<{ merged: string; persons: string }>(`
    SELECT json_group_array(customer_id) AS merged, json_group_array(into_customer_id) AS persons
    FROM (SELECT customer_id, into_customer_id FROM merged_customer ORDER BY customer_id)`)
  const merged = JSON.parse(row?.merged ?? '[]') as number[]
  const persons = JSON.parse(row?.persons ?? '[]') as number[]
  const into = new Int32Array((merged.at(-1) ?? -1) + 1)
  for (const [i, id] of merged.entries()) into[id] = persons[i] ?? id
  return { personOf: (customerId) => into[customerId] || customerId, merged }
}

/** How often and for how much (without the VAT that is known to be in it) each of these customers bought, of the orders that count; nothing for who has none. */
export async function readRevenues(reader: Reader, customerIds: readonly number[]): Promise<Map<number, { readonly orders: number; readonly revenueCents: number }>> {
  const rows = await reader.all<{ customer_id: number; orders: number; cents: number }>(`
    SELECT customer_id, count(*) AS orders, sum(${withoutVat('amount_cents')}) AS cents FROM sales_order JOIN batch USING (batch_id)
    WHERE customer_id IN (SELECT value FROM json_each(?)) AND ${orderCounts} GROUP BY customer_id`, [JSON.stringify(customerIds)])
  return new Map(rows.map(({ customer_id: id, orders, cents }) => [id, { orders, revenueCents: cents }]))
}
