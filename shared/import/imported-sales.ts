import type { FormatName } from '../contract/data.ts'

/** Many short texts in two arrays instead of as many objects: text i is `bytes[offsets[i] .. offsets[i+1])`, UTF-8. */
export type TextColumn = { readonly bytes: Uint8Array; readonly offsets: Uint32Array }

/**
 * A sales file, understood: what the parser hands to the database. Columns (typed arrays, transferable between
 * threads) instead of row objects, because a file may hold a million lines.
 */
export type ImportedSales = {
  readonly format: FormatName
  /** Data rows in the file, header excluded: lines accepted plus rows rejected. */
  readonly rowsRead: number
  readonly orders: {
    /** The shop's own order number; unique within the file, for restarted ones together with the day. */
    readonly keys: TextColumn
    /** 1 where the file has the number again for other orders on other days, as a till that starts numbering anew every day. */
    readonly restarted: Uint8Array
    /** Day number (shared/calendar.ts). */
    readonly days: Int32Array
    /** Index into `customers`, -1 where nobody is named. */
    readonly customers: Int32Array
    /** Whole number below 2^53 over day, customer and lines: the same content gives the same number. */
    readonly contentHashes: Float64Array
  }
  /** Sorted by order; within an order as in the file. */
  readonly lines: {
    readonly orders: Int32Array
    /** Index into `products`, -1 where none is named. */
    readonly products: Int32Array
    /** Negative for what came back. */
    readonly quantities: Float64Array
    /** Whole cents, quantity times price; negative for refunds. */
    readonly amountCents: Float64Array
    /** Line in the file, 1 for the first. */
    readonly lineNumbers: Uint32Array
    /** 1 where the line equals an earlier line of its order to the letter. */
    readonly identical: Uint8Array
    /**
     * 1 where the line is no row of its own but follows from one: an order's shipping, discount or refund, or a further product on
     * the row, with the line number of that row. Rows accepted are the lines without these.
     */
    readonly derived: Uint8Array
    /** The lines with money that was given back on a later day than their order's, ascending, and that day. */
    readonly refunds: { readonly lines: Int32Array; readonly days: Int32Array }
  }
  readonly customers: {
    /** `id:`, `email:` or `name:` and the normalised value: stronger keys first. */
    readonly keys: TextColumn
    readonly names: TextColumn
    readonly emails: TextColumn
    /** In one way of writing each: `normalizedPhone` and `normalizedPostcode`. */
    readonly phones: TextColumn
    readonly postcodes: TextColumn
  }
  readonly products: { readonly keys: TextColumn; readonly names: TextColumn }
  readonly rejected: {
    readonly lineNumbers: Uint32Array
    /** Index into `rejectReasons` of the contract. */
    readonly reasons: Uint8Array
    /** Whole cents, NaN where no amount could be read. */
    readonly amountCents: Float64Array
    readonly raw: TextColumn
  }
  /** Distinct customers on any row, rejected ones included. */
  readonly customersNamed: number
  readonly currency: string | null
}
