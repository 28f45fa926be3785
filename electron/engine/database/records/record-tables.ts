import type { RecordField, RecordKind } from '../../../../shared/contract/data.ts'

/** Where each kind of record is kept, and in which column each of its fields; what names a customer beside that is in `record_customer` alone. */
export const recordTables: Readonly<Record<RecordKind, { readonly table: string; readonly columns: Readonly<Partial<Record<RecordField, string>>> }>> = {
  'customers': {
    table: 'customer_record',
    columns: {
      customerName: 'name', customerEmail: 'email', customerPhone: 'phone', customerPostcode: 'postcode', emailConsent: 'email_consent', smsConsent: 'sms_consent',
      channel: 'channel', acquisitionCost: 'acquisition_cost_cents', nps: 'nps', engagement: 'engagement', points: 'points',
      customerGroup: 'customer_group', tags: 'tags', birthDate: 'birth_date', registeredOn: 'registered_on',
    },
  },
  'products': { table: 'product_record', columns: { productName: 'name', category: 'category', brand: 'brand', unitCost: 'unit_cost_cents', unitPrice: 'unit_price_cents' } },
  'subscriptions': { table: 'subscription', columns: { plan: 'plan', startedOn: 'started_on', endedOn: 'ended_on', amount: 'amount_cents' } },
  'acquisition-costs': { table: 'acquisition_cost', columns: { channel: 'channel', month: 'month', cost: 'cost_cents' } },
}
