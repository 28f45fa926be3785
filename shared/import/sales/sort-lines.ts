import type { Numbers } from '../bytes/growing-column.ts'

export type LineOrder = {
  /** Where each line goes; null where all are in their place already, as in most files. */
  readonly positions: Uint32Array | null
  /** First line of each order, and behind the last one the number of lines. */
  readonly firstLines: Uint32Array
}

/** A stable counting sort (Knuth, TAOCP 3, 5.2D) of lines by order: within an order they stay as in the file. */
export function orderLines(orders: Int32Array, orderCount: number): LineOrder {
  const firstLines = new Uint32Array(orderCount + 1)
  let sorted = true
  for (let line = 0; line < orders.length; line++) {
    const order = orders[line] ?? 0
    firstLines[order + 1] = (firstLines[order + 1] ?? 0) + 1
    if (line > 0 && order < (orders[line - 1] ?? 0)) sorted = false
  }
  for (let order = 0; order < orderCount; order++) firstLines[order + 1] = (firstLines[order + 1] ?? 0) + (firstLines[order] ?? 0)
  if (sorted) return { positions: null, firstLines }
  const next = firstLines.slice()
  const positions = new Uint32Array(orders.length)
  for (let line = 0; line < orders.length; line++) {
    const order = orders[line] ?? 0
    const position = next[order] ?? 0
    positions[line] = position
    next[order] = position + 1
  }
  return { positions, firstLines }
}

/** The values, each in its line's place; the column itself where nothing moves. */
export function placed<T extends Numbers>(column: T, positions: Uint32Array | null): T {
  if (positions === null) return column
  const moved = column.slice() as T
  for (let line = 0; line < positions.length; line++) moved[positions[line] ?? 0] = column[line] ?? 0
  return moved
}

/** What makes a line itself: two lines of an order with the same of all these are the same row. */
export type LineContent = {
  readonly rowHashes: Int32Array
  readonly products: Int32Array
  readonly quantities: Float64Array
  readonly amountCents: Float64Array
  readonly derived: Uint8Array
}

/** 1 for each line of an order whose row is the same to the letter as the row of an earlier line of that order. */
export function flagIdentical(firstLines: Uint32Array, lines: LineContent): Uint8Array {
  const { rowHashes, products, quantities, amountCents, derived } = lines
  const identical = new Uint8Array(rowHashes.length)
  const firstWithHash = new Map<number, number>()
  for (let order = 0; order + 1 < firstLines.length; order++) {
    const first = firstLines[order] ?? 0
    const end = firstLines[order + 1] ?? 0
    if (end - first < 2) continue
    firstWithHash.clear()
    for (let line = first; line < end; line++) {
      if (derived[line] === 1) continue
      const hash = rowHashes[line] ?? 0
      const earlier = firstWithHash.get(hash)
      if (earlier === undefined) firstWithHash.set(hash, line)
      else if (products[line] === products[earlier] && quantities[line] === quantities[earlier] && amountCents[line] === amountCents[earlier]) identical[line] = 1
    }
  }
  return identical
}
