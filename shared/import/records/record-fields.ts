import type { RecordField, RecordKind } from '../../contract/data.ts'

export type ValueType = 'text' | 'day' | 'month' | 'cents' | 'number' | 'score' | 'yes-no' | 'tags'

/** What the cells of a field hold. */
export const valueTypes: Readonly<Record<RecordField, ValueType>> = {
  customerId: 'text', customerEmail: 'text', customerName: 'text', customerMiddleName: 'text', customerLastName: 'text', customerPhone: 'text', customerPostcode: 'text',
  emailConsent: 'yes-no', smsConsent: 'yes-no', channel: 'text', acquisitionCost: 'cents', nps: 'score', engagement: 'number', points: 'number',
  customerGroup: 'text', tags: 'tags', birthDate: 'day', registeredOn: 'day',
  productId: 'text', productName: 'text', category: 'text', brand: 'text', unitCost: 'cents', unitPrice: 'cents',
  subscriptionId: 'text', plan: 'text', startedOn: 'day', endedOn: 'day', amount: 'cents',
  month: 'month', cost: 'cents',
}

/** What a file of a kind is nothing without: of each group one field is enough, and a row without any of a group is set aside. */
export const requiredFields: Readonly<Record<RecordKind, readonly (readonly [RecordField, ...RecordField[]])[]>> = {
  'customers': [['customerId', 'customerEmail', 'customerPhone', 'customerName', 'customerLastName']],
  'products': [['productId', 'productName']],
  'subscriptions': [['customerId', 'customerEmail', 'customerPhone', 'customerName', 'customerLastName'], ['startedOn']],
  'acquisition-costs': [['channel'], ['month'], ['cost']],
}
