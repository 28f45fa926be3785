/** Which customers are one person (a disjoint-set forest with path halving; Tarjan & van Leeuwen, 1984), and what is known of each person. */
export class Persons {
  /** Towards the customer that stands for the person. */
  private readonly parents: Int32Array
  private readonly known: Uint8Array
  /** Smaller stands before larger as the one that stands for the person; the earlier of equals. */
  private readonly precedence: Uint8Array

  constructor(known: Uint8Array, precedence: Uint8Array) {
    this.known = known
    this.precedence = precedence
    this.parents = Int32Array.from(known.keys())
  }

  /** The customer that stands for this customer's person. */
  of(customer: number): number {
    const { parents } = this
    let at = customer
    for (;;) {
      const parent = parents[at] ?? at
      if (parent === at) return at
      const grandparent = parents[parent] ?? parent
      parents[at] = grandparent
      at = grandparent
    }
  }

  /** The persons these customers are now, each once. */
  distinct(customers: readonly number[]): number[] {
    return [...new Set(customers.map((customer) => this.of(customer)))]
  }

  note(customer: number, bits: number): void {
    const person = this.of(customer)
    this.known[person] = (this.known[person] ?? 0) | bits
  }

  /** Whether two of these persons have the same bit of these: both have an e-mail address, say, and so two different ones. */
  contradict(persons: readonly number[], bits: number): boolean {
    let seen = 0
    for (const person of persons) {
      const own = (this.known[person] ?? 0) & bits
      if ((own & seen) !== 0) return true
      seen |= own
    }
    return false
  }

  join(persons: readonly number[]): void {
    const main = persons.reduce((best, person) => (this.isBefore(person, best) ? person : best))
    for (const person of persons) {
      if (person === main) continue
      this.parents[person] = main
      this.note(main, this.known[person] ?? 0)
    }
  }

  private isBefore(a: number, b: number): boolean {
    const byKind = (this.precedence[a] ?? 0) - (this.precedence[b] ?? 0)
    return byKind === 0 ? a < b : byKind < 0
  }
}
