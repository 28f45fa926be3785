import type { Migration } from '../migrate.ts'

/**
 * Order ids are given out ascending, by the engine: a batch is a contiguous range of orders, and their lines are appended in the
 * order of their key. Products have no foreign key from the lines: it would need an index that nothing else uses.
 */
export const initial: Migration = {
  version: 10,
  sql: `
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE batch (
      batch_id INTEGER PRIMARY KEY,
      first_order_id INTEGER NOT NULL,
      last_order_id INTEGER NOT NULL,
      summary TEXT NOT NULL,
      undone_at TEXT
    ) STRICT;

    CREATE TABLE customer (
      customer_id INTEGER PRIMARY KEY,
      customer_key TEXT NOT NULL,
      name TEXT NOT NULL,
      email TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX customer_by_key ON customer (customer_key);

    CREATE TABLE product (
      product_id INTEGER PRIMARY KEY,
      product_key TEXT NOT NULL,
      name TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX product_by_key ON product (product_key);

    CREATE TABLE sales_order (
      order_id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES batch,
      order_key TEXT NOT NULL,
      customer_id INTEGER REFERENCES customer,
      ordered_on TEXT NOT NULL,
      amount_cents INTEGER NOT NULL,
      content_hash INTEGER NOT NULL,
      superseded_by_batch_id INTEGER REFERENCES batch
    ) STRICT;
    CREATE UNIQUE INDEX sales_order_by_key ON sales_order (order_key) WHERE superseded_by_batch_id IS NULL;
    CREATE INDEX sales_order_by_customer ON sales_order (customer_id, ordered_on);

    -- Orders that a batch found to be there already: they stay while any batch that held them does.
    CREATE TABLE known_order (
      batch_id INTEGER NOT NULL REFERENCES batch,
      order_id INTEGER NOT NULL,
      PRIMARY KEY (batch_id, order_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE order_line (
      order_id INTEGER NOT NULL REFERENCES sales_order,
      position INTEGER NOT NULL,
      product_id INTEGER,
      quantity REAL NOT NULL,
      amount_cents INTEGER NOT NULL,
      line_number INTEGER NOT NULL,
      is_identical INTEGER NOT NULL,
      PRIMARY KEY (order_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rejected_row (
      batch_id INTEGER NOT NULL REFERENCES batch,
      position INTEGER NOT NULL,
      line_number INTEGER NOT NULL,
      reason TEXT NOT NULL,
      amount_cents INTEGER,
      raw TEXT NOT NULL,
      PRIMARY KEY (batch_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE scenario (
      scenario_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      strategy TEXT NOT NULL,
      audience TEXT NOT NULL,
      assumptions TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

    INSERT INTO setting (key, value) VALUES ('data_version', '0');
  `,
}
