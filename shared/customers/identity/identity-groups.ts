import type { identityStates } from '../../contract/lists.ts'
import { decisionKey, type Identity, type IdentityDecisions } from './resolve-identity.ts'
import type { IdentityLink } from './find-links.ts'
import { Persons } from './persons.ts'

export type IdentityState = (typeof identityStates)[number]

/** Customers who are one person, may be, or were kept apart by the owner, with everything that says so. */
export type IdentityGroup = {
  readonly state: IdentityState
  /** Whether the owner said so; else it was told from the evidence. */
  readonly isDecided: boolean
  readonly evidence: readonly IdentityLink[]
  /** Rows of `KnownCustomers`. Where they are merged: each customer. Else: whoever stands for each of the persons. */
  readonly parts: readonly number[]
}

/**
 * What there is to show the owner: every person made of several customers, and those who have something in common and are not one. Those
 * of one state that hang together through any evidence are one group.
 *
 * Example: two accounts with one telephone number and different e-mail addresses are a suggested group of two.
 */
export function identityGroups({ links, persons }: Identity, decisions: IdentityDecisions): IdentityGroup[] {
  const states = links.map((link): IdentityState => {
    const [first = 0, ...others] = link.customers
    if (others.every((other) => persons[other] === persons[first])) return 'merged'
    return decisions.get(decisionKey(link)) === 'separate' ? 'separate' : 'suggested'
  })
  const isMember = new Uint8Array(persons.length)
  for (const [row, person] of persons.entries()) if (person !== row) isMember[row] = isMember[person] = 1
  const members = Array.from(persons.keys()).filter((row) => isMember[row] === 1)

  const together = (state: IdentityState) => {
    const own = links.filter((_, i) => states[i] === state)
    if (state === 'merged') return collect(state, own, members, (row) => persons[row] ?? row, decisions)
    const touching = new Persons(new Uint8Array(persons.length), new Uint8Array(persons.length))
    const asPersons = own.map((link) => ({ ...link, customers: [...new Set(link.customers.map((row) => persons[row] ?? row))] }))
    for (const link of asPersons) touching.join(touching.distinct(link.customers))
    return collect(state, asPersons, [...new Set(asPersons.flatMap((link) => link.customers))].sort((a, b) => a - b), (row) => touching.of(row), decisions)
  }
  return [...together('suggested'), ...together('merged'), ...together('separate')]
}

function collect(
  state: IdentityState, links: readonly IdentityLink[], rows: readonly number[], groupOf: (row: number) => number, decisions: IdentityDecisions,
): IdentityGroup[] {
  const groups = new Map<number, { state: IdentityState; isDecided: boolean; evidence: IdentityLink[]; parts: number[] }>()
  for (const row of rows) {
    const group = groups.get(groupOf(row))
    if (group) group.parts.push(row)
    else groups.set(groupOf(row), { state, isDecided: state === 'separate', evidence: [], parts: [row] })
  }
  for (const link of links) {
    const group = groups.get(groupOf(link.customers[0] ?? -1))
    if (!group) continue
    group.evidence.push(link)
    if (state === 'merged' && decisions.get(decisionKey(link)) === 'merge') group.isDecided = true
  }
  return [...groups.values()]
}
