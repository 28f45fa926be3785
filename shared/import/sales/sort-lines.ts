type Column = Int32Array | Uint32Array | Float64Array | Uint8Array

export type LineOrder = {
  /** Where each line goes. */
  readonly positions: Uint32Array
  /** First line of each order, and behind the last one the number of lines. */
  readonly firstLines: Uint32Array
}

/** A stable counting sort (Knuth, TAOCP 3, 5.2D) of lines by order: within an order they stay as in the file. */
export function orderLines(orders: Int32Array, orderCount: number): LineOrder {
  const firstLines = new Uint32Array(orderCount + 1)
  for (const order of orders) firstLines[order + 1] = (firstLines[order + 1] ?? 0) + 1
  for (let order = 0; order < orderCount; order++) firstLines[order + 1] = (firstLines[order + 1] ?? 0) + (firstLines[order] ?? 0)
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

/** Fills `into` with the values of `from`, each in its line's place. */
export function placed<T extends Column>(into: T, from: Column, positions: Uint32Array): T {
  for (let line = 0; line < positions.length; line++) into[positions[line] ?? 0] = from[line] ?? 0
  return into
}

/** 1 for each line of an order whose row is the same to the letter as the row of an earlier line of that order. */
export function flagIdentical(firstLines: Uint32Array, rowHashes: Float64Array, derived: Uint8Array): Uint8Array {
  const identical = new Uint8Array(rowHashes.length)
  const seen = new Set<number>()
  for (let order = 0; order + 1 < firstLines.length; order++) {
    const first = firstLines[order] ?? 0
    const end = firstLines[order + 1] ?? 0
    if (end - first < 2) continue
    seen.clear()
    for (let line = first; line < end; line++) {
      if (derived[line] === 1) continue
      const hash = rowHashes[line] ?? 0
      if (seen.has(hash)) identical[line] = 1
      else seen.add(hash)
    }
  }
  return identical
}
