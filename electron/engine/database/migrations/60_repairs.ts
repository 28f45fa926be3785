import type { Migration } from '../migrate.ts'

/**
 * A repair leaves orders, or the identical lines of orders, out of every figure; nothing is deleted. It names its orders by number and
 * content, not by id: after an undone import the same order comes back under another id, and stays left out. An order's
 * amount is the sum of its lines that count.
 */
export const repairs: Migration = {
  version: 60,
  sql: `
    CREATE TABLE repair (
      repair_id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      made_at TEXT NOT NULL,
      undone_at TEXT,
      detail TEXT NOT NULL
    ) STRICT;

    CREATE TABLE left_out_order (
      repair_id INTEGER NOT NULL REFERENCES repair,
      order_key TEXT NOT NULL,
      content_hash INTEGER NOT NULL,
      PRIMARY KEY (repair_id, order_key, content_hash)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE sales_order ADD COLUMN left_out_by_repair_id INTEGER REFERENCES repair;
    ALTER TABLE order_line ADD COLUMN left_out_by_repair_id INTEGER REFERENCES repair;
  `,
}
