/** The columns of all lines while they grow. One class with plain arrays, because every row of the file passes here. */
export class LineColumns {
  private length = 0
  private orders = new Int32Array(1 << 12)
  private products = new Int32Array(1 << 12)
  private quantities = new Float64Array(1 << 12)
  private amountCents = new Float64Array(1 << 12)
  private lineNumbers = new Uint32Array(1 << 12)
  private rowHashes = new Int32Array(1 << 12)
  private derived = new Uint8Array(1 << 12)

  add(order: number, product: number, quantity: number, amountCents: number, lineNumber: number, rowHash: number, derived: 0 | 1): void {
    const index = this.length++
    if (index === this.orders.length) this.grow()
    this.orders[index] = order
    this.products[index] = product
    this.quantities[index] = quantity
    this.amountCents[index] = amountCents
    this.lineNumbers[index] = lineNumber
    this.rowHashes[index] = rowHash
    this.derived[index] = derived
  }

  /** The columns as they are now, without the room to grow. */
  finish() {
    const { length } = this
    return {
      orders: this.orders.subarray(0, length),
      products: this.products.subarray(0, length),
      quantities: this.quantities.subarray(0, length),
      amountCents: this.amountCents.subarray(0, length),
      lineNumbers: this.lineNumbers.subarray(0, length),
      rowHashes: this.rowHashes.subarray(0, length),
      derived: this.derived.subarray(0, length),
    }
  }

  private grow(): void {
    const capacity = 2 * this.orders.length
    const into = <T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(larger: T, old: T): T => {
      larger.set(old)
      return larger
    }
    this.orders = into(new Int32Array(capacity), this.orders)
    this.products = into(new Int32Array(capacity), this.products)
    this.quantities = into(new Float64Array(capacity), this.quantities)
    this.amountCents = into(new Float64Array(capacity), this.amountCents)
    this.lineNumbers = into(new Uint32Array(capacity), this.lineNumbers)
    this.rowHashes = into(new Int32Array(capacity), this.rowHashes)
    this.derived = into(new Uint8Array(capacity), this.derived)
  }
}
