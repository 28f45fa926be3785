import type { IdentityGroup, IdentityPart } from '../../../shared/contract/identity.ts'
import type { Handlers } from '../../../shared/contract/index.ts'
import { type IdentityGroup as Group, identityGroups } from '../../../shared/customers/identity/identity-groups.ts'
import { resolveIdentity } from '../../../shared/customers/identity/resolve-identity.ts'
import type { EngineContext } from '../context.ts'
import type { Connection, Reader } from '../database/connection.ts'
import { keysOf } from '../database/customer-store.ts'
import { decideIdentity, readDecisions, readKnownCustomers, readRevenues, refreshIdentity } from '../database/identity-store.ts'
import { nextSalesVersion, readSalesVersion } from '../database/settings-store.ts'

const MOST_PARTS = 20

/** Going through all customers takes a moment, and the owner turns pages. */
const listedBefore = new WeakMap<Connection, { readonly version: number; readonly groups: Promise<readonly IdentityGroup[]> }>()

async function listOnce(connection: Connection): Promise<readonly IdentityGroup[]> {
  const version = await readSalesVersion(connection)
  const known = listedBefore.get(connection)
  if (known?.version === version) return known.groups
  const groups = connection.snapshot(listGroups)
  listedBefore.set(connection, { version, groups })
  groups.catch(() => listedBefore.delete(connection))
  return groups
}

async function listGroups(reader: Reader): Promise<readonly IdentityGroup[]> {
  const customers = await readKnownCustomers(reader)
  const decisions = await readDecisions(reader)
  const identity = resolveIdentity(customers, decisions)
  const groups = identityGroups(identity, decisions)

  const membersOf = new Map<number, number[]>()
  for (const [row, person] of identity.persons.entries()) {
    const members = membersOf.get(person)
    if (members) members.push(row)
    else membersOf.set(person, [row])
  }
  const rowsOf = (group: Group, part: number) => (group.state === 'merged' ? [part] : (membersOf.get(part) ?? [part]))
  const shown = new Set(groups.flatMap((group) => group.parts.flatMap((part) => rowsOf(group, part))))
  const revenues = await readRevenues(reader, Array.from(shown, (row) => customers.ids[row] ?? 0))

  const partOf = (group: Group, part: number): IdentityPart => {
    const rows = rowsOf(group, part)
    const sold = rows.map((row) => revenues.get(customers.ids[row] ?? 0) ?? { orders: 0, revenueCents: 0 })
    const text = (column: readonly string[]) => column[part] ?? ''
    return {
      ...keysOf({
        customer_id: customers.ids[part] ?? 0, customer_key: text(customers.keys), name: text(customers.names), email: text(customers.emails),
        phone: text(customers.phones), postcode: text(customers.postcodes),
      }),
      customers: rows.length,
      orders: sold.reduce((sum, { orders }) => sum + orders, 0),
      revenueCents: sold.reduce((sum, { revenueCents }) => sum + revenueCents, 0),
    }
  }
  return groups.flatMap((group) => {
    // Whose orders all became somebody else's is nobody to judge.
    const parts = group.parts.map((part) => partOf(group, part)).filter(({ orders }) => orders > 0).sort((a, b) => b.revenueCents - a.revenueCents)
    return parts.length < 2 ? [] : [{
      state: group.state,
      isDecided: group.isDecided,
      evidence: group.evidence.map(({ kind, value }) => ({ kind, value })),
      parts: parts.slice(0, MOST_PARTS),
      partTotal: parts.length,
      revenueCents: parts.reduce((sum, part) => sum + part.revenueCents, 0),
    }]
  }).sort((a, b) => b.revenueCents - a.revenueCents)
}

export const identityHandlers: Pick<Handlers<EngineContext>, 'identity:list' | 'identity:decide'> = {
  async 'identity:list'({ state, offset, limit }, context) {
    const groups = await listOnce(await context.workspace.connection())
    const inState = groups.filter((group) => group.state === state)
    const totalOf = (one: IdentityGroup['state']) => groups.reduce((total, group) => total + (group.state === one ? 1 : 0), 0)
    return { groups: inState.slice(offset, offset + limit), totals: { suggested: totalOf('suggested'), merged: totalOf('merged'), separate: totalOf('separate') } }
  },

  async 'identity:decide'({ evidence, decision }, context) {
    const connection = await context.workspace.connection()
    const dataVersion = await connection.transaction(async (writer) => {
      await decideIdentity(writer, evidence, decision)
      await refreshIdentity(writer)
      return nextSalesVersion(writer)
    })
    context.emit('data:changed', { dataVersion })
    return {}
  },
}
