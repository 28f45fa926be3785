import type { RecordFormat } from './record-format.ts'

/** Stripe's customers. Sums of what they spent are left alone: the payments themselves say that. */
export const stripeCustomers: RecordFormat = {
  name: 'stripe-customers',
  kind: 'customers',
  signature: ['id', 'Email', 'Total Spend', 'Delinquent'],
  columns: {
    customerId: ['id'],
    customerEmail: ['Email'],
    customerName: ['Name', 'Description'],
    customerGroup: ['Plan'],
    registeredOn: ['Created (UTC)', 'Created date (UTC)', 'Created'],
  },
}
