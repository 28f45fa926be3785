import type { IdentityGroup, IdentityPart, IdentityState } from '../../../shared/contract/identity.ts'
import { assertNever } from '../../../shared/result.ts'

export type Decision = 'merge' | 'separate' | 'automatic'
const NAMES_SHOWN = 3

/** What a part is called: by name, else by what it is known by. */
export function nameOf({ name, email, customerKey }: Pick<IdentityPart, 'name' | 'email' | 'customerKey'>): string {
  return name.trim() || email || customerKey
}

/** The different names of a group, most revenue first. Example: 'Anna de Vries, A. de Vries'. */
export function namesOf({ parts, partTotal }: Pick<IdentityGroup, 'parts' | 'partTotal'>): string {
  const names = [...new Set(parts.map(nameOf))]
  return names.slice(0, NAMES_SHOWN).join(', ') + (names.length > NAMES_SHOWN || partTotal > parts.length ? ', …' : '')
}

/** How to reach a part, without what it is called by already. */
export function contactOf(part: IdentityPart): string {
  return [part.email, part.phone, part.postcode].filter((text) => text !== null && text !== nameOf(part)).join(' · ')
}

export type Choice = { readonly decision: Decision; readonly label: 'merge' | 'keepApart' | 'separate' | 'automatic' }

/** What the owner can say of a group. */
export function choicesFor({ state, isDecided }: Pick<IdentityGroup, 'state' | 'isDecided'>): readonly Choice[] {
  switch (state) {
    case 'suggested': return [{ decision: 'merge', label: 'merge' }, { decision: 'separate', label: 'keepApart' }]
    case 'merged': return [isDecided ? { decision: 'automatic', label: 'automatic' } : { decision: 'separate', label: 'separate' }]
    case 'separate': return [{ decision: 'automatic', label: 'automatic' }]
    default: return assertNever(state)
  }
}

/** The decision that brings a group back to how it was. */
export function decisionBefore({ state, isDecided }: { readonly state: IdentityState; readonly isDecided: boolean }): Decision {
  if (!isDecided) return 'automatic'
  return state === 'separate' ? 'separate' : 'merge'
}
