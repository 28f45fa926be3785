import { customerKeyKinds, evidenceKinds, identityStates } from './lists.ts'
import { cents, count, z } from './schema.ts'

/** One customer as a file knows them. */
export const customerKeys = z.object({
  customerId: count,
  kind: z.enum(customerKeyKinds),
  customerKey: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  postcode: z.string().nullable(),
})
export type CustomerKeys = z.infer<typeof customerKeys>

export const identityState = z.enum(identityStates)
export type IdentityState = z.infer<typeof identityState>

/** Something several customers have in common; `value` is what it is. */
export const identityEvidence = z.object({ kind: z.enum(evidenceKinds), value: z.string().min(1).max(10_000) })

export const identityPart = customerKeys.extend({
  /** How many customers this part is made of already: more than one where a part is a person found before. */
  customers: count,
  orders: count,
  revenueCents: cents,
})
export type IdentityPart = z.infer<typeof identityPart>

/** Customers who are one, may be one, or were kept apart. */
export const identityGroup = z.object({
  state: identityState,
  /** Whether the owner said so; else it was told from what they have in common. */
  isDecided: z.boolean(),
  evidence: z.array(identityEvidence).min(1),
  /** Most revenue first; the first of `partTotal`. */
  parts: z.array(identityPart).min(1).max(20),
  partTotal: count,
  revenueCents: cents,
})
export type IdentityGroup = z.infer<typeof identityGroup>

export const identityChannels = {
  /** Groups of one state, most revenue first. */
  'identity:list': {
    request: z.object({ state: identityState, offset: count.default(0), limit: count.max(100).default(20) }),
    response: z.object({ groups: z.array(identityGroup), totals: z.object({ suggested: count, merged: count, separate: count }) }),
  },
  /** The owner's word on what customers have in common; 'automatic' takes it back. */
  'identity:decide': {
    request: z.object({ evidence: z.array(identityEvidence).min(1).max(10_000), decision: z.enum(['merge', 'separate', 'automatic']) }),
    response: z.object({}).strict(),
  },
}
