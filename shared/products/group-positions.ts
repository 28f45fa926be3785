/** Positions by key: those with key k are `positions` from `starts[k]` up to `starts[k + 1]`, in the order they came. */
export type GroupedPositions = { readonly starts: Int32Array; readonly positions: Int32Array }

/**
 * Groups positions by their key with one counting sort (Knuth 1998, 5.2 algorithm D), linear in both counts. Keys outside 0 to keyCount - 1
 * are left out. Example: keys 1, 0, -1, 1 of 2: starts 0, 1, 3 and positions 1, 0, 3.
 */
export function groupPositions(keys: Int32Array, keyCount: number): GroupedPositions {
  const starts = new Int32Array(keyCount + 1)
  for (const key of keys) if (key >= 0 && key < keyCount) starts[key + 1]!++
  for (let key = 0; key < keyCount; key++) starts[key + 1]! += starts[key]!
  const filled = starts.slice(0, keyCount)
  const positions = new Int32Array(starts[keyCount]!)
  for (let position = 0; position < keys.length; position++) {
    const key = keys[position]!
    if (key >= 0 && key < keyCount) positions[filled[key]!++] = position
  }
  return { starts, positions }
}
