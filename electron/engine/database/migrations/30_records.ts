import type { Migration } from '../migrate.ts'

/**
 * What is known beside the sales. Every import keeps its own rows; what counts is, field by field, the newest import that says something. Only
 * what the owner's columns hold is here. A record is found again by `record_key`, its customer by any of the keys in `record_customer`.
 */
export const records: Migration = {
  version: 30,
  sql: `
    CREATE TABLE customer_record (
      record_key TEXT NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch,
      name TEXT, email TEXT, phone TEXT, postcode TEXT,
      email_consent INTEGER, sms_consent INTEGER,
      channel TEXT, acquisition_cost_cents INTEGER,
      nps INTEGER, engagement REAL, points REAL,
      customer_group TEXT, tags TEXT, birth_date TEXT, registered_on TEXT,
      PRIMARY KEY (record_key, batch_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE product_record (
      record_key TEXT NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch,
      name TEXT, category TEXT, brand TEXT, unit_cost_cents INTEGER, unit_price_cents INTEGER,
      PRIMARY KEY (record_key, batch_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE subscription (
      record_key TEXT NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch,
      plan TEXT, started_on TEXT, ended_on TEXT, amount_cents INTEGER,
      PRIMARY KEY (record_key, batch_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE acquisition_cost (
      record_key TEXT NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch,
      channel TEXT, month TEXT, cost_cents INTEGER,
      PRIMARY KEY (record_key, batch_id)
    ) STRICT, WITHOUT ROWID;

    -- The customer a customer_record or a subscription is about, by every key it names.
    CREATE TABLE record_customer (
      customer_key TEXT NOT NULL,
      kind TEXT NOT NULL,
      record_key TEXT NOT NULL,
      batch_id INTEGER NOT NULL REFERENCES batch,
      PRIMARY KEY (customer_key, kind, record_key, batch_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
