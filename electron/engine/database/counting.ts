/** Which orders count: superseded versions and orders left out by a repair do not. For queries on `sales_order` under its own name. */
export const orderCounts = 'sales_order.superseded_by_batch_id IS NULL AND sales_order.left_out_by_repair_id IS NULL'
/** Which lines of an order that counts do; the order's amount is their sum. For queries on `order_line` under its own name. */
export const lineCounts = 'order_line.left_out_by_repair_id IS NULL'
