import type { Reader } from '../connection.ts'

/** What lists call a customer, by the key the sales may know the customer by; the newest list that gives a name wins. */
export async function readListedNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const row = await reader.get<{ keys: string; names: string }>(`
    SELECT json_group_array(customer_key) AS keys, json_group_array(name) AS names FROM (
      SELECT customer_key, name FROM record_customer JOIN customer_record USING (record_key, batch_id)
      WHERE kind = 'customers' AND name IS NOT NULL AND customer_key NOT GLOB 'name*' ORDER BY batch_id)`)
  const names = JSON.parse(row?.names ?? '[]') as string[]
  return new Map((JSON.parse(row?.keys ?? '[]') as string[]).map((key, i) => [key, names[i] ?? '']))
}
