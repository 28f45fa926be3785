/** The plain lists of the contract, apart from its schemas: who only needs to know what there is, need not load zod. */

export const strategyNames = ['upsell', 'bundle', 'promotion', 'vip'] as const

/** What a column can hold. A column without a field is not stored. */
export const fieldNames = [
  'orderId', 'date', 'customerId', 'customerName', 'customerMiddleName', 'customerLastName', 'customerEmail', 'customerPhone', 'customerPostcode',
  'amount', 'unitPrice', 'quantity', 'productId', 'productName', 'refundedAmount', 'status', 'currency',
] as const

export const encodingNames = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'cp850', 'utf-16le', 'utf-16be'] as const
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const

/** What a file can be about. */
export const tableKinds = ['sales', 'customers', 'products', 'subscriptions', 'acquisition-costs'] as const

/** What names a customer, in a list as in sales; `customerMiddleName` is what Dutch puts before a last name ("van der"). */
const customerFields = [
  'customerId', 'customerEmail', 'customerName', 'customerMiddleName', 'customerLastName', 'customerPhone', 'customerPostcode',
] as const

/** What a column can hold in a file that is not about sales, per kind. */
export const recordFieldNames = {
  'customers': [
    ...customerFields, 'emailConsent', 'smsConsent', 'channel', 'acquisitionCost', 'nps', 'engagement', 'points', 'customerGroup', 'tags', 'birthDate', 'registeredOn',
  ],
  'products': ['productId', 'productName', 'category', 'brand', 'unitCost', 'unitPrice'],
  'subscriptions': ['subscriptionId', ...customerFields, 'plan', 'startedOn', 'endedOn', 'amount'],
  'acquisition-costs': ['channel', 'month', 'cost'],
} as const

/** What a customer is known by in the file they came in with, the surest first. */
export const customerKeyKinds = ['id', 'email', 'phone', 'name-postcode', 'name'] as const
/** What two customers can have in common that says they are one person, the surest first. */
export const evidenceKinds = ['email', 'phone', 'name-postcode'] as const
export const identityStates = ['suggested', 'merged', 'separate'] as const

/** How a saved table is laid out. */
export const exportLayouts = ['csv-semicolon', 'csv-comma', 'xlsx'] as const

/** Exports that have no column for who bought. */
export const formatsWithoutCustomers = ['amazon-orders', 'amazon-date-range', 'sumup-sales', 'sumup-transactions', 'zettle-receipts', 'twelve'] as const
