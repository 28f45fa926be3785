const NO_DAY = -0x80000000

/** The columns of all lines while they grow. One class with plain arrays, because every row of the file passes here. */
export class LineColumns {
  /** Day of the row that the next lines come from, where rows have one. */
  day = NO_DAY
  private length = 0
  private orders = new Int32Array(1 << 12)
  private products = new Int32Array(1 << 12)
  private quantities = new Float64Array(1 << 12)
  private amountCents = new Float64Array(1 << 12)
  private lineNumbers = new Uint32Array(1 << 12)
  private rowHashes = new Int32Array(1 << 12)
  private derived = new Uint8Array(1 << 12)
  private days = new Int32Array(1 << 12)

  add(order: number, product: number, quantity: number, amountCents: number, lineNumber: number, rowHash: number, derived: 0 | 1): void {
    const index = this.length++
    if (index === this.orders.length) this.resize(2 * index)
    this.orders[index] = order
    this.products[index] = product
    this.quantities[index] = quantity
    this.amountCents[index] = amountCents
    this.lineNumbers[index] = lineNumber
    this.rowHashes[index] = rowHash
    this.derived[index] = derived
    this.days[index] = this.day
  }

  /** Hands the columns over, without the room to grow: nothing can be added any more. */
  finish() {
    this.resize(this.length)
    const { orders, products, quantities, amountCents, lineNumbers, rowHashes, derived, days } = this
    return { orders, products, quantities, amountCents, lineNumbers, rowHashes, derived, days }
  }

  /** Moves the buffers instead of copying them, so that what is outgrown is free at once. */
  private resize(length: number): void {
    this.orders = new Int32Array(this.orders.buffer.transfer(4 * length))
    this.products = new Int32Array(this.products.buffer.transfer(4 * length))
    this.quantities = new Float64Array(this.quantities.buffer.transfer(8 * length))
    this.amountCents = new Float64Array(this.amountCents.buffer.transfer(8 * length))
    this.lineNumbers = new Uint32Array(this.lineNumbers.buffer.transfer(4 * length))
    this.rowHashes = new Int32Array(this.rowHashes.buffer.transfer(4 * length))
    this.derived = new Uint8Array(this.derived.buffer.transfer(length))
    this.days = new Int32Array(this.days.buffer.transfer(4 * length))
  }
}
