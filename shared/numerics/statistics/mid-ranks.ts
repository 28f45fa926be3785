export type MidRanks = {
  /** Of every value, from 1 on. */
  readonly ranks: Float64Array
  /** The sum of t^3 - t over every value that t of them share: what tests on ranks correct for (Kruskal & Wallis 1952). */
  readonly ties: number
}

/**
 * The rank of every value among all, the mean of their ranks where values are equal (Kendall 1945, "The treatment of ties in ranking problems", Biometrika 33).
 * Empty for no values; that they are numbers is not checked. Sorts once. Example: 10, 30, 30, 20 rank 1, 3.5, 3.5, 2, ties 6.
 */
export function midRanks(values: Float64Array): MidRanks {
  const sorted = values.toSorted()
  const ranksInOrder = new Float64Array(sorted.length)
  let ties = 0
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    const equal = to - from
    ties += equal * equal * equal - equal
    ranksInOrder.fill((from + 1 + to) / 2, from, to)
  }
  const ranks = values.map((value) => {
    let [from, to] = [0, sorted.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (sorted[middle]! < value) from = middle + 1
      else to = middle
    }
    return ranksInOrder[from]!
  })
  return { ranks, ties }
}
