import type { DateOrder, DecimalMark, FormatName, RejectReason } from '../../contract/data.ts'
import type { ColumnRole } from '../reading-plan.ts'
import type { RowRule } from '../sales/row-kinds.ts'

/** A known export: how to recognise it, what its columns are, and how it states an order's value. */
export type SalesFormat = {
  readonly name: FormatName
  /** Header names that together occur in no other export; of a list of names one is enough. Empty: any file. */
  readonly signature: readonly (string | readonly string[])[]
  /** Header name per role; the first that occurs. A format without a customer is listed in `formatsWithoutCustomers`. Roles that are not listed are guessed by `synonyms` only for the generic format. */
  readonly columns: Readonly<Partial<Record<ColumnRole, readonly string[]>>>
  /**
   * `rows`: each row says its own date, customer and amount. `first-row`: an order has a row per item, and only the first one
   * has the order's total, date, customer and status, or all of them repeat it.
   */
  readonly orderTotal: 'rows' | 'first-row'
  /** What the export always writes, whatever the country. */
  readonly dateOrder: DateOrder | null
  readonly decimalMark: DecimalMark | null
  /** Further statuses of orders that brought no money, in lower-case letters only. The usual words are known already. */
  readonly statuses?: Readonly<Record<string, RejectReason>>
  /** Statuses that say that all money went back, where nothing else says how much; in lower-case letters only. */
  readonly refundedStatuses?: readonly string[]
  /** A column with all refunds of an order as text: `amount:12.50|reason:...|date:...;amount:2.00|...`. */
  readonly refundsText?: string
  /** Only with `rows`: what a row is, by the first rule it fits; a sale where none does. */
  readonly rowKinds?: readonly RowRule[]
  /** Only with `rows`: every row is a sale, also one that elsewhere would look like a fee, a gift or stock written off. */
  readonly isJudged?: boolean
  /** Only with `rows`: columns of what was paid beside the amount, such as shipping. It belongs to the order, not to the product. */
  readonly additions?: readonly string[]
  /** Only with `rows`: columns of what is in the amount but was not paid or is no revenue, such as a discount. */
  readonly deductions?: readonly string[]
  /** Only with `rows`: how one row holds all products of its order. */
  readonly items?: NumberedItems | CountedItems
}

/** A group of columns per product, `#` standing for 1, 2, 3 and so on; the amount is of all pieces together. */
export type NumberedItems = { readonly kind: 'numbered'; readonly id: string; readonly name: string; readonly quantity: string; readonly amount: string }

/** The cell of the product's name holds all of them with this behind each count, such as `2× Mug, 1× Plate`, or `2 x Mug`. */
export type CountedItems = { readonly kind: 'counted'; readonly sign: '×' | ' x' }
