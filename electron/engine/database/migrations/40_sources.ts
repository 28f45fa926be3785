import type { Migration } from '../migrate.ts'

/**
 * What the owner said of a source, to be asked once: by a signature made of its column names, without any of what stood in the file. The share of
 * VAT in a batch's amounts: null where nobody said, 0 where they are without.
 */
export const sources: Migration = {
  version: 40,
  sql: `
    CREATE TABLE source_preset (signature TEXT PRIMARY KEY, choices TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
    ALTER TABLE batch ADD COLUMN source_signature TEXT;
    ALTER TABLE batch ADD COLUMN vat_rate REAL;
  `,
}
