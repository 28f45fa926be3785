/** The plain lists of the contract, apart from its schemas: who only needs to know what there is, need not load zod. */

export const strategyNames = ['upsell', 'bundle', 'promotion', 'vip'] as const

/** What a column can hold. A column without a field is not stored. */
export const fieldNames = [
  'orderId', 'date', 'customerId', 'customerName', 'customerMiddleName', 'customerLastName', 'customerEmail', 'customerPhone', 'customerPostcode',
  'amount', 'unitPrice', 'quantity', 'productId', 'productName', 'refundedAmount', 'status', 'currency',
] as const

export const encodingNames = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'cp850', 'utf-16le', 'utf-16be'] as const
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
