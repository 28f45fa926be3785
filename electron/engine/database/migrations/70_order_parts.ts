import type { Migration } from '../migrate.ts'

/** Files with refunds under the number of their sale hold parts of one order each: the parts are kept, and the order made of them counts. */
export const orderParts: Migration = {
  version: 70,
  sql: `
    -- Lines with money that was given back on a later day than their order's.
    CREATE TABLE later_refund (
      order_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      refunded_on TEXT NOT NULL,
      PRIMARY KEY (order_id, position)
    ) STRICT, WITHOUT ROWID;

    -- Orders that stood in no file like this, but were made of the parts that several files hold.
    CREATE TABLE composed_order (order_id INTEGER PRIMARY KEY) STRICT;

    -- A part is superseded by its own batch or by an earlier one: it counts in the order that these brought.
    CREATE INDEX sales_order_versions ON sales_order (order_key) WHERE superseded_by_batch_id IS NOT NULL;
  `,
}
