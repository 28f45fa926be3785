import type { Migration } from '../migrate.ts'

/** Rows that were set aside can be mended: what is needed to read them once more, what was mended, and which orders an import replaced. */
export const mendedRows: Migration = {
  version: 50,
  sql: `
    -- How its file was read and what its columns are called; NULL for imports that are older than this.
    ALTER TABLE batch ADD COLUMN reading TEXT;
    -- Of which import it holds the mended rows.
    ALTER TABLE batch ADD COLUMN mends_batch_id INTEGER REFERENCES batch;
    -- More rows of that import were mended afterwards, and a later batch holds them all.
    ALTER TABLE batch ADD COLUMN replaced_by_batch_id INTEGER REFERENCES batch;

    CREATE TABLE mended_row (
      batch_id INTEGER NOT NULL REFERENCES batch,
      line_number INTEGER NOT NULL,
      original TEXT NOT NULL,
      -- NULL for a row that was right as it stood, but counts because of another one that was mended.
      mended TEXT,
      PRIMARY KEY (batch_id, line_number)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX sales_order_superseded ON sales_order (superseded_by_batch_id, order_key) WHERE superseded_by_batch_id IS NOT NULL;
  `,
}
