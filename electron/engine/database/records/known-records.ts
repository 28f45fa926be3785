import type { RecordKind } from '../../../../shared/contract/data.ts'
import type { KnownRecords } from '../../../../shared/contract/records.ts'
import { readBatches } from '../batch-store.ts'
import type { Reader } from '../connection.ts'
import { lineCounts, orderCounts } from '../counting.ts'

/** Subscriptions that end later than `today` (`YYYY-MM-DD`), or not, run. */
export async function readKnownRecords(reader: Reader, today: string): Promise<KnownRecords> {
  const batches = await readBatches(reader)
  const newest = (kind: RecordKind) => {
    const batch = batches.find((one) => one.kind === kind && one.undoneAt === null)
    return batch ? { fileName: batch.fileName, importedAt: batch.importedAt } : null
  }
  return {
    'customers': { ...await readCustomers(reader), newest: newest('customers') },
    'products': { ...await readKnownProducts(reader), newest: newest('products') },
    'subscriptions': { ...await readSubscriptions(reader, today), newest: newest('subscriptions') },
    'acquisition-costs': { ...await readAcquisitionCosts(reader), newest: newest('acquisition-costs') },
  }
}

/** A customer of the sales is in a list when it names the same number, address or telephone; who goes by another counts with that one. */
const inList = `(
  EXISTS (SELECT 1 FROM record_customer WHERE kind = 'customers' AND record_customer.customer_key = customer.customer_key)
  OR (email <> '' AND EXISTS (SELECT 1 FROM record_customer WHERE kind = 'customers' AND record_customer.customer_key = 'email:' || lower(email)))
  OR (phone <> '' AND EXISTS (SELECT 1 FROM record_customer WHERE kind = 'customers' AND record_customer.customer_key = 'phone:' || phone)))`

async function readCustomers(reader: Reader): Promise<Omit<KnownRecords['customers'], 'newest'>> {
  const counted = await reader.get<{ count: number; mailable: number }>(`
    SELECT (SELECT count(DISTINCT coalesce(lower(email), record_key)) FROM customer_record) AS count,
      (SELECT count(*) FROM (
        SELECT email_consent, row_number() OVER (PARTITION BY lower(email) ORDER BY batch_id DESC) AS place
        FROM customer_record WHERE email IS NOT NULL AND email_consent IS NOT NULL) WHERE place = 1 AND email_consent = 1) AS mailable`)
  const matched = await reader.get<{ persons: number; matched: number }>(`
    SELECT count(*) AS persons, coalesce(sum(matched), 0) AS matched FROM (
      SELECT max(${inList}) AS matched FROM customer LEFT JOIN merged_customer USING (customer_id) GROUP BY coalesce(into_customer_id, customer.customer_id))`)
  return { count: counted?.count ?? 0, mailable: counted?.mailable ?? 0, matched: matched?.matched ?? 0, ofCustomers: matched?.persons ?? 0 }
}

/** The products of the lists, and for what share of the revenue their cost is known; `null` where nothing tells. */
export async function readKnownProducts(reader: Reader): Promise<Omit<KnownRecords['products'], 'newest'>> {
  const records = await reader.all<{ record_key: string; name: string | null; has_cost: number }>(
    'SELECT record_key, max(name) AS name, max(unit_cost_cents IS NOT NULL) AS has_cost FROM product_record GROUP BY record_key')
  if (records.length === 0) return { count: 0, costedRevenueShare: null }
  const costed = new Set(records.filter((record) => record.has_cost === 1).flatMap(({ record_key: key, name }) => [key, name ?? key]))
  const sold = await reader.all<{ product_key: string | null; name: string | null; cents: number }>(`
    SELECT product_key, name, sum(order_line.amount_cents) AS cents
    FROM order_line JOIN sales_order USING (order_id) LEFT JOIN product USING (product_id) WHERE ${orderCounts} AND ${lineCounts} GROUP BY product_id`)
  const isCosted = ({ product_key: key, name }: (typeof sold)[number]) => key !== null && (costed.has(key) || (name !== null && costed.has(name)))
  const total = sold.reduce((sum, { cents }) => sum + cents, 0)
  const known = sold.reduce((sum, product) => sum + (isCosted(product) ? product.cents : 0), 0)
  return { count: records.length, costedRevenueShare: total > 0 ? Math.min(1, Math.max(0, known / total)) : null }
}

/** Each field of a subscription as the newest import that fills it says. */
async function readSubscriptions(reader: Reader, today: string): Promise<Omit<KnownRecords['subscriptions'], 'newest'>> {
  const row = await reader.get<{ count: number; running: number | null }>(`
    SELECT count(*) AS count, sum(started_on <= ?1 AND (ended_on IS NULL OR ended_on > ?1)) AS running FROM (
      SELECT (SELECT ended_on FROM subscription AS own WHERE own.record_key = subscription.record_key AND ended_on IS NOT NULL ORDER BY batch_id DESC LIMIT 1) AS ended_on,
        (SELECT started_on FROM subscription AS own WHERE own.record_key = subscription.record_key ORDER BY batch_id DESC LIMIT 1) AS started_on
      FROM subscription GROUP BY record_key)`, [today])
  return { count: row?.count ?? 0, running: row?.running ?? 0 }
}

async function readAcquisitionCosts(reader: Reader): Promise<Omit<KnownRecords['acquisition-costs'], 'newest'>> {
  const row = await reader.get<{ count: number; cents: number | null; first: string | null; last: string | null }>(`
    SELECT count(*) AS count, sum(cost_cents) AS cents, min(month) AS first, max(month) AS last
    FROM acquisition_cost WHERE batch_id = (SELECT max(batch_id) FROM acquisition_cost AS own WHERE own.record_key = acquisition_cost.record_key)`)
  return { count: row?.count ?? 0, costCents: row?.cents ?? 0, firstMonth: row?.first ?? null, lastMonth: row?.last ?? null }
}
