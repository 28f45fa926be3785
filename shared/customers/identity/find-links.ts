import { evidenceKinds } from '../../contract/lists.ts'
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

/** Per customer what they would share with another of the same person; `null` where there is nothing or it tells no person. */
export type EvidenceColumns = Readonly<Record<EvidenceKind, readonly (string | null)[]>>

/** Everything there is to compare customers by, in one way of writing. */
export function evidenceOf({ names, emails, phones, postcodes }: KnownCustomers): EvidenceColumns {
  return {
    'email': emails.map((email) => (email === '' ? null : personalEmail(email))),
    'phone': phones.map((phone) => phone || null),
    'name-postcode': postcodes.map((postcode, row) => (postcode === '' ? null : namePostcode(names[row] ?? '', postcode))),
  }
}

function namePostcode(name: string, postcode: string): string | null {
  return customerKey('name', name, postcode)?.slice('name-postcode:'.length) ?? null
}

/**
 * Everything customers have in common, one link per address, number, or name and postcode that occurs more than once, in the order of
 * `evidenceKinds`. Each customer is looked at once per kind.
 *
 * Example: of three customers with the e-mails 'a@x.nl', 'b@x.nl' and 'A@x.nl' the first and the third have a link.
 */
export function findLinks(evidence: EvidenceColumns): IdentityLink[] {
  return evidenceKinds.flatMap((kind) => {
    const links: { kind: EvidenceKind; value: string; customers: number[] }[] = []
    /** Per value its only customer so far, or below zero its link. */
    const seen = new Map<string, number>()
    for (const [row, value] of evidence[kind].entries()) {
      if (value === null) continue
      const known = seen.get(value)
      if (known === undefined) seen.set(value, row)
      else if (known < 0) links[-known - 1]?.customers.push(row)
      else seen.set(value, -links.push({ kind, value, customers: [known, row] }))
    }
    return links
  })
}
