import type { Migration } from '../migrate.ts'

/** What tells that two customers are one person; who was found to be one; and what the owner said of it. */
export const identity: Migration = {
  version: 20,
  sql: `
    ALTER TABLE customer ADD COLUMN phone TEXT NOT NULL DEFAULT '';
    ALTER TABLE customer ADD COLUMN postcode TEXT NOT NULL DEFAULT '';

    -- Only what the owner decided: the links themselves follow from the customers.
    CREATE TABLE identity_link (
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      decision TEXT NOT NULL,
      PRIMARY KEY (kind, value)
    ) STRICT, WITHOUT ROWID;

    -- Customers who are the same person as another, by whom they go from then on.
    CREATE TABLE merged_customer (
      customer_id INTEGER PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
      into_customer_id INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX merged_customer_by_into ON merged_customer (into_customer_id);
  `,
}
