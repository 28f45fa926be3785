import type { Migration } from '../migrate.ts'

/** Which order one that was left out repeats: it is left out as long as that one is there. Unknown for what was left out before. */
export const repeatedOrders: Migration = {
  version: 80,
  sql: `
    ALTER TABLE left_out_order ADD COLUMN same_as_key TEXT;
    CREATE INDEX left_out_order_same ON left_out_order (repair_id, same_as_key, order_key) WHERE same_as_key IS NOT NULL;
  `,
}
