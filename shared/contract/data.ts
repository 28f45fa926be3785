import { dateOrders, encodingNames, fieldNames, recordFieldNames, tableKinds } from './lists.ts'
import { cents, count, fileToken, isoDay, jobId, nothing, share, z } from './schema.ts'

export { fieldNames }
export const fieldName = z.enum(fieldNames)
export type FieldName = z.infer<typeof fieldName>

export const tableKind = z.enum(tableKinds)
export type TableKind = z.infer<typeof tableKind>
/** The kinds of file that say more of what the sales only name: customers, products, subscriptions, what winning customers cost. */
export type RecordKind = Exclude<TableKind, 'sales'>
export const recordField = z.enum([
  ...recordFieldNames.customers, ...recordFieldNames.products, ...recordFieldNames.subscriptions, ...recordFieldNames['acquisition-costs'],
])
export type RecordField = z.infer<typeof recordField>
export const columnField = z.union([fieldName, recordField])
export type ColumnField = z.infer<typeof columnField>

export const formatNames = [
  'shopify-orders', 'squarespace-orders', 'wix-orders', 'amazon-orders', 'amazon-date-range',
  'woocommerce-analytics', 'woocommerce-order-export', 'woocommerce-webtoffee', 'etsy-orders', 'etsy-items', 'magento', 'prestashop',
  'square-transactions', 'square-items', 'stripe-payments', 'mollie-settlement', 'paypal-nl', 'mobilepay',
  'sumup-sales', 'sumup-transactions', 'zettle-receipts', 'twelve', 'stamgast-sales', 'generic',
] as const
export type SalesFormatName = (typeof formatNames)[number]
export const recordFormatNames = ['shopify-customers', 'stripe-customers', 'lightspeed-customers', 'mailchimp-audience'] as const
export const formatName = z.enum([...formatNames, ...recordFormatNames])
export type FormatName = z.infer<typeof formatName>

export const encodingName = z.enum(encodingNames)
export type EncodingName = z.infer<typeof encodingName>
/** `whitespace` is any run of spaces, as in fixed-width research files. */
export const delimiterName = z.enum([',', ';', '\t', '|', 'whitespace'])
export type DelimiterName = z.infer<typeof delimiterName>
export const decimalMark = z.enum(['.', ','])
export type DecimalMark = z.infer<typeof decimalMark>
export const dateOrder = z.enum(dateOrders)
export type DateOrder = z.infer<typeof dateOrder>

/** Why a row does not count. Each row set aside keeps its line number, its raw text and, where readable, its amount. */
export const rejectReasons = [
  'date-missing', 'date-unreadable', 'date-impossible', 'amount-missing', 'amount-unreadable', 'amount-too-large',
  'too-few-cells', 'too-many-cells', 'unclosed-quote', 'row-too-long', 'continuation-without-order',
  'cancelled-order', 'unpaid-order', 'test-order',
  'fee', 'bad-debt', 'stock-write-off', 'transfer', 'gift-card-or-tip',
  'key-missing', 'value-unreadable', 'other-currency',
] as const
export const rejectReason = z.enum(rejectReasons)
export type RejectReason = z.infer<typeof rejectReason>

const reasonGroup = z.object({ reason: rejectReason, rows: count, amountCents: cents })
export type ReasonGroup = z.infer<typeof reasonGroup>

/** Whether there is VAT in the amounts of a file, and the share that it is of an amount without: 0.21. */
export const vatChoice = z.discriminatedUnion('included', [
  z.object({ included: z.literal(true), rate: z.number().min(0).max(1) }).strict(),
  z.object({ included: z.literal(false) }).strict(),
])
export type VatChoice = z.infer<typeof vatChoice>

/** What the owner may overrule. What is left out is decided by evidence. */
export const importChoices = z.object({
  /** What the file is about. */
  kind: tableKind.optional(),
  encoding: encodingName.optional(),
  delimiter: delimiterName.optional(),
  hasHeader: z.boolean().optional(),
  /** Field per column index, as a whole: columns that are not listed are not used. */
  columns: z.array(z.object({ index: count, field: columnField })).optional(),
  decimalMark: decimalMark.optional(),
  dateOrder: dateOrder.optional(),
  /** Of a file with several: the one that counts. Rows in another are set aside. */
  currency: z.string().min(1).max(20).optional(),
  /** Asked once, never insisted on: without an answer amounts count as they stand. */
  vat: vatChoice.optional(),
  /** In a spreadsheet, the sheet to read. */
  sheet: z.string().max(200).optional(),
  /** Leaves out what was remembered of this source; what is chosen now takes its place. */
  afresh: z.literal(true).optional(),
}).strict()
export type ImportChoices = z.infer<typeof importChoices>

/** What is remembered of a source: files whose columns have the same names, in the same order. */
export const sourcePreset = importChoices.omit({ afresh: true })
export type SourcePreset = z.infer<typeof sourcePreset>

/** What was taken over from an earlier file of the same source because nothing in this one says otherwise. */
export const rememberedChoice = sourcePreset.keyof()
export type RememberedChoice = z.infer<typeof rememberedChoice>

export const previewColumn = z.object({
  index: count,
  name: z.string(),
  field: columnField.nullable(),
  /** Why this field: by its header's name, by what its cells look like, by the format, or by the owner's choice. */
  evidence: z.enum(['header', 'cells', 'format', 'chosen', 'none']),
  samples: z.array(z.string()),
})

/** A question only the owner can answer; the import waits for it. */
export const importQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date-order'), column: z.string(), example: z.string() }),
  z.object({ kind: z.literal('decimal-mark'), column: z.string(), example: z.string() }),
  z.object({ kind: z.literal('currency'), currencies: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('date-column') }),
  z.object({ kind: z.literal('amount-column') }),
  /** A file that is not about sales lacks the column it is nothing without. */
  z.object({ kind: z.literal('field-column'), field: recordField }),
])
export type ImportQuestion = z.infer<typeof importQuestion>

export const filePreview = z.object({
  fileName: z.string(),
  sizeBytes: count,
  kind: tableKind,
  format: formatName,
  encoding: encodingName,
  delimiter: delimiterName,
  /** The sheet that is read, where the file is a spreadsheet: then encoding and delimiter are no choice. */
  sheet: z.string().optional(),
  sheets: z.array(z.string()).readonly().optional(),
  hasHeader: z.boolean(),
  decimalMark: decimalMark.nullable(),
  dateOrder: dateOrder.nullable(),
  /** The currencies that the rows seen so far are in; none where nothing tells. */
  currencies: z.array(z.string()).readonly(),
  /** What is known of the VAT in the amounts: by choice, by what was remembered, or because the file says that there is none in them. */
  vat: vatChoice.nullable(),
  /** What the file says of it, which may leave open how much. */
  vatEvidence: z.enum(['included', 'excluded']).nullable(),
  columns: z.array(previewColumn),
  /** The first 20 rows after the header, cells as they stand. */
  rows: z.array(z.array(z.string())).max(20),
  questions: z.array(importQuestion),
  remembered: z.array(rememberedChoice),
  /** What the name of the file says of everyone in it: whether they may be mailed. */
  consentByFileName: z.boolean().optional(),
  /** Without a customer column revenue can be shown, customer value cannot. */
  hasCustomer: z.boolean(),
  /** Also where products have columns that are no choice, such as a group of them for each product of an order. */
  hasProduct: z.boolean(),
})
export type FilePreview = z.infer<typeof filePreview>

export const batchSummary = z.object({
  batchId: count,
  fileName: z.string(),
  /** What the file is about; where that is not sales, all figures of orders and money are zero. */
  kind: tableKind,
  format: formatName,
  importedAt: z.string(),
  rowsRead: count,
  /** Read = accepted + rejected. Accepted rows of orders that were known already are in `rowsKnown` and count once. */
  rowsAccepted: count,
  rowsKnown: count,
  rowsRejected: count,
  rejectedByReason: z.array(reasonGroup),
  newOrders: count,
  knownOrders: count,
  /** Known orders whose content differs: the newest content counts, undo brings the former back. */
  changedOrders: count,
  /** Distinct customers named on any row of the file. */
  customers: count,
  newCustomers: count,
  rowsWithoutCustomer: count,
  /** Lines that are the same to the letter inside one order: kept, and flagged for the owner to judge. */
  identicalLines: count,
  refundCents: cents,
  /** Accepted rows, refunds taken off. */
  netRevenueCents: cents,
  /** Share of net revenue with a known customer. */
  identifiedRevenueShare: share,
  /** All readable rows: net revenue plus the amounts of the rejected ones. The figure to hold against the till. */
  controlTotalCents: cents,
  firstOrderOn: isoDay.nullable(),
  lastOrderOn: isoDay.nullable(),
  currency: z.string().nullable(),
  /** The share of VAT that is taken off for customers' figures, 0 where amounts are without; null where nobody said, and amounts count as they stand. */
  vatRate: share.nullable(),
  /** How much of the net revenue is VAT; null where nobody said. All other amounts here are in the file's own money. */
  vatCents: cents.nullable(),
  /** What was not asked or found out, but taken over from an earlier file of the same source. */
  remembered: z.array(rememberedChoice),
  /**
   * Of a file that is not about sales: the customers, products, subscriptions or months of a channel in it, each counted once; a row
   * that names one again adds to what the rows before it said.
   */
  records: z.object({ new: count, known: count, changed: count }).nullable(),
  /** Rows of an earlier import that were mended in place, and count from then on; what they had been set aside for. */
  mends: z.object({ batchId: count, byReason: z.array(reasonGroup) }).optional(),
  /** The rows of this import that were mended in place since: taken off those set aside, and what they brought. */
  mended: z.object({ batchId: count, rows: count, amountCents: cents }).optional(),
  /** Rows that were mended in an earlier import of the same file, and read as they were mended. */
  rowsMendedBefore: count.optional(),
  /** Undone batches stay in the list, and count for nothing. */
  undoneAt: z.string().nullable(),
})
export type BatchSummary = z.infer<typeof batchSummary>

export const rejectedRow = z.object({ lineNumber: count, reason: rejectReason, amountCents: cents.nullable(), raw: z.string() })
export type RejectedRow = z.infer<typeof rejectedRow>

export const dataChannels = {
  /** A file for itself, a folder or a zip file for the sales files in it; the names of what else is there are told. */
  'data:list-files': {
    request: z.object({ file: fileToken }),
    response: z.object({ files: z.array(z.object({ file: fileToken, fileName: z.string() })), skipped: z.array(z.string()) }),
  },
  'data:preview-file': { request: z.object({ file: fileToken, choices: importChoices.optional() }), response: filePreview },
  'data:import-file': { request: z.object({ file: fileToken, choices: importChoices.optional(), jobId: jobId.optional() }), response: batchSummary },
  'data:batches': { request: nothing, response: z.array(batchSummary) },
  /** Says of an import what the VAT in it is, or with null that it is not known. Later files of the same source are read alike. */
  'data:set-batch-vat': { request: z.object({ batchId: count, vat: vatChoice.nullable() }), response: batchSummary },
  'data:undo-batch': { request: z.object({ batchId: count }), response: batchSummary },
  'data:rejected-rows': {
    request: z.object({ batchId: count, reason: rejectReason.optional(), offset: count.default(0), limit: count.max(500).default(100) }),
    response: z.object({ rows: z.array(rejectedRow), total: count }),
  },
  'jobs:cancel': { request: z.object({ jobId }), response: z.object({ cancelled: z.boolean() }) },
}
