import { type ClvMethod, clvMethods, type RankedCustomer } from '../../contract/customers.ts'
import type { CentsRange } from '../../contract/schema.ts'
import type { Column, Row } from '../table.ts'
import { moneyColumn, type Words } from '../words.ts'

/** What a customer can be reached by, '' where that is not known; `mayBeMailed` is `null` where no list says. */
export type CustomerContact = { readonly key: string; readonly email: string; readonly phone: string; readonly mayBeMailed: boolean | null }

/** All ways to value a customer, the one that the ranking is by first. */
function measures(method: ClvMethod): readonly ClvMethod[] {
  return [method, ...clvMethods.filter((other) => other !== method)]
}

/** The ranking as it is on screen, with what a screen has no room for. */
export function rankingColumns({ exports: { columns }, customers: { methods } }: Words, currency: string, method: ClvMethod): readonly Column[] {
  const money = (header: string) => moneyColumn(header, currency)
  const names = { ...methods, 'residual-clv': columns.expected }
  return [
    { header: columns.rank, kind: 'number' }, { header: columns.customer, kind: 'text' }, { header: columns.customerNumber, kind: 'text' }, { header: columns.email, kind: 'text' },
    { header: columns.phone, kind: 'text' }, { header: columns.consent, kind: 'text' },
    { header: columns.stage, kind: 'text' }, ...measures(method).map((each) => money(names[each])), money(columns.expectedLow), money(columns.expectedHigh), { header: columns.chance, kind: 'share' }, { header: columns.expectedPurchases, kind: 'number' }, money(columns.expectedOrder),
    { header: columns.purchases, kind: 'number' }, money(columns.averageOrder), { header: columns.firstPurchase, kind: 'day' }, { header: columns.lastPurchase, kind: 'day' },
    { header: columns.nextPurchase, kind: 'day' },
  ]
}

/** As many decimals as an estimate can bear. */
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000)

/** One customer of the ranking; the amounts are the very cents on screen. */
export function rankingRow(customer: RankedCustomer, range: Pick<CentsRange, 'p10' | 'p90'> | null, contact: CustomerContact | undefined, method: ClvMethod, { customers: { stages }, exports: { yes, no } }: Words): Row {
  const consent = contact?.mayBeMailed ?? null
  const cents: Readonly<Record<ClvMethod, number | null>> = {
    'total-clv': customer.totalClvCents, 'residual-clv': customer.residualClvCents, 'realized-value': customer.realizedValueCents,
    'basic-formula': customer.basicFormulaCents, [method]: customer.valueCents,
  }
  return [
    customer.rank, customer.name, contact?.key ?? null, contact?.email ?? null, contact?.phone ?? null, consent === null ? null : consent ? yes : no, stages[customer.stage],
    ...measures(method).map((each) => cents[each]), range?.p10 ?? null, range?.p90 ?? null, rounded(customer.probabilityAlive), rounded(customer.expectedPurchases), customer.expectedOrderValueCents,
    customer.purchaseCount, customer.averageOrderValueCents, customer.firstPurchaseOn, customer.lastPurchaseOn, customer.nextPurchaseOn,
  ]
}
