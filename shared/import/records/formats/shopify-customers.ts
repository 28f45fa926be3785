import type { RecordFormat } from './record-format.ts'

/** Shopify's customers: numbers, postcodes and telephone numbers may have an apostrophe before them, tags stand in one cell. */
export const shopifyCustomers: RecordFormat = {
  name: 'shopify-customers',
  kind: 'customers',
  signature: [['Accepts Email Marketing', 'Accepts Marketing'], 'Total Spent', 'Total Orders'],
  columns: {
    customerId: ['Customer ID'],
    customerEmail: ['Email'],
    customerName: ['First Name'],
    customerLastName: ['Last Name'],
    customerPhone: ['Phone', 'Default Address Phone'],
    customerPostcode: ['Default Address Zip', 'Zip'],
    emailConsent: ['Accepts Email Marketing', 'Accepts Marketing'],
    smsConsent: ['Accepts SMS Marketing'],
    tags: ['Tags'],
  },
}
