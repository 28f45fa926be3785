import { customerKeyKinds } from '../../contract/lists.ts'
import { customerKey } from './customer-key.ts'
import { type EvidenceColumns, type EvidenceKind, evidenceOf, findLinks, type IdentityLink, type KnownCustomers } from './find-links.ts'
import { Persons } from './persons.ts'

/** What the owner said of something customers have in common. */
export type IdentityDecision = 'merge' | 'separate'
/** By `decisionKey`. */
export type IdentityDecisions = ReadonlyMap<string, IdentityDecision>

export type Identity = {
  readonly evidence: EvidenceColumns
  readonly links: readonly IdentityLink[]
  /** Per customer the row of the one that stands for the person: the customer itself where nothing was merged. */
  readonly persons: Int32Array
}

/** More different names on one address than a household has: an address of a company, or of the shop itself. */
const MOST_NAMES = 3

const bits = { email: 1, id: 2, phone: 4, apart: 8 } as const
/** What may not be there twice for a link to merge by itself. */
const contradictions: Readonly<Record<EvidenceKind, number>> = {
  'email': bits.apart,
  'phone': bits.apart | bits.email | bits.id,
  'name-postcode': bits.apart | bits.email | bits.id | bits.phone,
}

export function decisionKey({ kind, value }: Pick<IdentityLink, 'kind' | 'value'>): string {
  return `${kind} ${value}`
}

/**
 * Tells which customers are one person. The owner's word counts first. Then the same e-mail address makes one, unless so many names use
 * it that it is nobody's own. The same telephone number does so where at most one of them has an e-mail address and at most
 * one a customer number, the same name and postcode where moreover at most one has a telephone number: two different ones say
 * two people, and only the owner knows better. Customers the owner keeps apart are not brought together by anything else.
 * Time and memory grow with the number of customers.
 *
 * Example: an account 'id:7' and a guest 'email:anna@x.nl' with the same address are one person, who is known as 'id:7'.
 */
export function resolveIdentity(customers: KnownCustomers, decisions: IdentityDecisions): Identity {
  const evidence = evidenceOf(customers)
  const links = findLinks(evidence)
  const persons = personsOf(customers, evidence)
  for (const link of links) {
    const decision = decisions.get(decisionKey(link))
    if (decision === 'separate') for (const customer of link.customers) persons.note(customer, bits.apart)
    if (decision === 'merge') persons.join(persons.distinct(link.customers))
  }
  for (const link of links) {
    if (decisions.has(decisionKey(link))) continue
    const together = persons.distinct(link.customers)
    if (together.length < 2 || persons.contradict(together, contradictions[link.kind])) continue
    if (link.kind !== 'email' || !isShared(customers, link)) persons.join(together)
  }
  return { evidence, links, persons: Int32Array.from(customers.ids, (_, row) => persons.of(row)) }
}

function personsOf({ ids, keys }: KnownCustomers, evidence: EvidenceColumns): Persons {
  const known = new Uint8Array(ids.length)
  const precedence = new Uint8Array(ids.length)
  for (let row = 0; row < ids.length; row++) {
    const key = keys[row] ?? ''
    precedence[row] = customerKeyKinds.findIndex((kind) => key.startsWith(`${kind}:`))
    known[row] = (evidence.email[row] ? bits.email : 0) | (key.startsWith('id:') ? bits.id : 0) | (evidence.phone[row] ? bits.phone : 0)
  }
  return new Persons(known, precedence)
}

function isShared({ names }: KnownCustomers, link: IdentityLink): boolean {
  const different = new Set<string>()
  for (const customer of link.customers) {
    const name = customerKey('name', names[customer] ?? '')
    if (name !== null) different.add(name)
    if (different.size > MOST_NAMES) return true
  }
  return false
}
