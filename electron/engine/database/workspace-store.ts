import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts'
import type { Reader } from './connection.ts'
import { orderCounts } from './counting.ts'

export type WorkspaceCounts = Omit<WorkspaceInfo, 'kind' | 'appVersion'>

/** What the frame shows of the sales that count: superseded versions of an order, what a repair left out and undone imports do not. */
export async function readWorkspaceCounts(reader: Reader): Promise<WorkspaceCounts> {
  const row = await reader.get<WorkspaceCounts>(`
    SELECT
      (SELECT count(*) FROM sales_order WHERE ${orderCounts}) AS orders,
      (SELECT count(DISTINCT coalesce(into_customer_id, customer.customer_id)) FROM customer LEFT JOIN merged_customer USING (customer_id)
        WHERE EXISTS (SELECT 1 FROM sales_order WHERE sales_order.customer_id = customer.customer_id AND ${orderCounts})) AS customers,
      (SELECT count(*) FROM batch WHERE undone_at IS NULL) AS batches,
      (SELECT CASE WHEN count(vat_rate) = 0 THEN 'unknown' WHEN count(vat_rate) = count(*) THEN 'without' ELSE 'partly' END
        FROM batch WHERE undone_at IS NULL AND coalesce(summary ->> '$.kind', 'sales') = 'sales') AS vat,
      (SELECT min(ordered_on) FROM sales_order WHERE ${orderCounts}) AS firstOrderOn,
      (SELECT max(ordered_on) FROM sales_order WHERE ${orderCounts}) AS lastOrderOn`)
  if (!row) throw new Error('a query of counts gave no row')
  return row
}
