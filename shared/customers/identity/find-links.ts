import { evidenceKinds } from '../../contract/lists.ts'
import { assertNever } from '../../result.ts'
import { customerKey } from './customer-key.ts'
import { personalEmail } from './email.ts'

export type EvidenceKind = (typeof evidenceKinds)[number]

/** The customers of a data file: columns of equal length. Telephone numbers and postcodes in one way of writing, '' for none. */
export type KnownCustomers = {
  readonly ids: Int32Array
  /** `customerKey` of each. */
  readonly keys: readonly string[]
  readonly names: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly postcodes: readonly string[]
}

/** Several customers with the same e-mail address, telephone number, or name and postcode. */
export type IdentityLink = {
  readonly kind: EvidenceKind
  readonly value: string
  /** Rows of `KnownCustomers`, ascending; at least two. */
  readonly customers: readonly number[]
}

/** What a customer would share with another of the same person; `null` where there is nothing or it tells no person. */
export function evidenceOf(kind: EvidenceKind, customers: KnownCustomers, row: number): string | null {
  switch (kind) {
    case 'email': return personalEmail(customers.emails[row] ?? '')
    case 'phone': return customers.phones[row] || null
    case 'name-postcode': {
      const postcode = customers.postcodes[row]
      return postcode ? (customerKey('name', customers.names[row] ?? '', postcode)?.slice('name-postcode:'.length) ?? null) : null
    }
    default: return assertNever(kind)
  }
}

/**
 * Everything customers have in common, one link per address, number, or name and postcode that occurs more than once, in the order of
 * `evidenceKinds`. Each customer is looked at once per kind.
 *
 * Example: of three customers with the e-mails 'a@x.nl', 'b@x.nl' and 'A@x.nl' the first and the third have a link.
 */
export function findLinks(customers: KnownCustomers): IdentityLink[] {
  return evidenceKinds.flatMap((kind) => {
    const links: { kind: EvidenceKind; value: string; customers: number[] }[] = []
    /** Per value its only customer so far, or below zero its link. */
    const seen = new Map<string, number>()
    for (let row = 0; row < customers.ids.length; row++) {
      const value = evidenceOf(kind, customers, row)
      if (value === null) continue
      const known = seen.get(value)
      if (known === undefined) seen.set(value, row)
      else if (known < 0) links[-known - 1]?.customers.push(row)
      else seen.set(value, -links.push({ kind, value, customers: [known, row] }))
    }
    return links
  })
}
