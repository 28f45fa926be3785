import { formatIsoDay } from '../calendar.ts'
import type { ClvMethod, RankedCustomer, Ranking, RankSort } from '../contract/customers.ts'
import { customerStages } from '../customers/customer-stage.ts'
import { assertNever } from '../result.ts'
import { fitSummaryOf } from './fit.ts'
import { predictiveRange } from './ranges/predictive-range.ts'
import { forecastSummaryOf } from './shop-forecast.ts'
import type { ValuedCustomers } from './valued-customers.ts'

export type RankRequest = {
  readonly method: ClvMethod
  readonly sort: RankSort
  readonly direction: 'descending' | 'ascending'
  readonly search: string
  readonly offset: number
  readonly limit: number
}

/** What belongs to the customers and not to their value, in their order. */
export type CustomerNames = {
  readonly names: readonly string[]
  /** More text to find a customer by, such as the e-mail address and the shop's own number. */
  readonly searchable?: readonly string[]
}

const LIKELY_CUSTOMER = 0.5

/** The method that can be computed: value so far where the history is too thin for the one asked. */
export function possibleMethod(valued: ValuedCustomers, method: ClvMethod): ClvMethod {
  switch (method) {
    case 'total-clv':
    case 'residual-clv': return valued.estimates ? method : 'realized-value'
    case 'basic-formula': return valued.lifespanYears === null ? 'realized-value' : method
    case 'realized-value': return method
    default: return assertNever(method)
  }
}

/** Whole cents per customer by the chosen method, or by value so far where that method is not possible. */
export function valuesBy(valued: ValuedCustomers, method: ClvMethod): Float64Array {
  const possible = possibleMethod(valued, method)
  if (possible === 'basic-formula') return valued.basicFormulaCents
  if (possible === 'realized-value' || !valued.estimates) return valued.realizedValueCents
  const { residualClvCents } = valued.estimates
  return possible === 'residual-clv' ? residualClvCents : valued.realizedValueCents.map((cents, row) => cents + residualClvCents[row]!)
}

/** One row of `valuesBy`. */
function valueOf(valued: ValuedCustomers, method: ClvMethod, row: number): number {
  const realized = valued.realizedValueCents[row]!
  const possible = possibleMethod(valued, method)
  if (possible === 'basic-formula') return valued.basicFormulaCents[row]!
  if (possible === 'realized-value' || !valued.estimates) return realized
  return valued.estimates.residualClvCents[row]! + (possible === 'residual-clv' ? 0 : realized)
}

function sortKeys(valued: ValuedCustomers, sort: Exclude<RankSort, 'name'>, method: ClvMethod): ArrayLike<number> {
  switch (sort) {
    case 'value': return valuesBy(valued, method)
    case 'realized': return valued.realizedValueCents
    case 'residual': return valuesBy(valued, 'residual-clv')
    case 'probability-alive': return valued.estimates?.probabilityAlive ?? valued.lastDay
    case 'last-purchase': return valued.lastDay
    case 'purchases': return valued.purchaseCount
    case 'average-order': return valued.averageOrderValueCents
    default: return assertNever(sort)
  }
}

/** Rows by key, largest first or last, equal ones by customer id. */
function sortedRows(valued: ValuedCustomers, keys: ArrayLike<number>, direction: RankRequest['direction']): Int32Array {
  const { customerIds } = valued
  const sign = direction === 'descending' ? -1 : 1
  return customerIds.map((_, row) => row).sort((a, b) => sign * (keys[a]! - keys[b]!) || customerIds[a]! - customerIds[b]!)
}

function rowsByName(valued: ValuedCustomers, names: readonly string[], direction: RankRequest['direction']): Int32Array {
  const { customerIds } = valued
  const sign = direction === 'descending' ? -1 : 1
  const folded = names.map(fold)
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b)
  return customerIds.map((_, row) => row).sort((a, b) => sign * compare(folded[a]!, folded[b]!) || customerIds[a]! - customerIds[b]!)
}

/** Sorting is kept per answer of the models, because pages, searches and ranks ask for the same order again and again. */
const sortedBefore = new WeakMap<ValuedCustomers, Map<string, Int32Array>>()

function rowsInOrder(valued: ValuedCustomers, request: Pick<RankRequest, 'method' | 'sort' | 'direction'>, names: readonly string[]): Int32Array {
  const { method, sort, direction } = request
  if (sort === 'name') return rowsByName(valued, names, direction)
  const known = sortedBefore.get(valued) ?? new Map<string, Int32Array>()
  sortedBefore.set(valued, known)
  const key = `${sort} ${direction} ${sort === 'value' ? possibleMethod(valued, method) : ''}`
  let rows = known.get(key)
  if (!rows) {
    rows = sortedRows(valued, sortKeys(valued, sort, method), direction)
    known.set(key, rows)
  }
  return rows
}

/** Small letters without accents. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase()
}

function finder(search: string, { names, searchable }: CustomerNames): ((row: number) => boolean) | null {
  const words = fold(search).split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return null
  return (row) => {
    const text = fold(`${names[row] ?? ''} ${searchable?.[row] ?? ''}`)
    return words.every((word) => text.includes(word))
  }
}

/** When the next purchase is due at the customer's own pace, while still likely a customer. */
function nextPurchaseOn(valued: ValuedCustomers, row: number): string | null {
  const likely = valued.estimates ? valued.estimates.probabilityAlive[row]! >= LIKELY_CUSTOMER : customerStages[valued.stage[row]!] === 'regular'
  if (valued.purchaseCount[row]! < 2 || !likely) return null
  return formatIsoDay(valued.lastDay[row]! + Math.round(valued.paceDays[row]!))
}

function dayOrNull(day: number): string | null {
  return day < 0 ? null : formatIsoDay(day)
}

/** One customer as the window shows it. The range of the future part (predictive-range.ts) is drawn here, unless the caller sees to it. */
export function rankedCustomer(
  valued: ValuedCustomers, row: number, rank: number, name: string, method: ClvMethod, residualRange = predictiveRange(valued, row),
): RankedCustomer {
  const purchased = valued.purchaseCount[row]! > 0
  const estimates = purchased ? valued.estimates : null
  const realized = valued.realizedValueCents[row]!
  const residual = estimates ? estimates.residualClvCents[row]! : null
  return {
    customerId: valued.customerIds[row]!,
    rank,
    name,
    valueCents: valueOf(valued, method, row),
    realizedValueCents: realized,
    residualClvCents: residual,
    totalClvCents: residual === null ? null : realized + residual,
    residualRange,
    basicFormulaCents: purchased && valued.lifespanYears !== null ? valued.basicFormulaCents[row]! : null,
    probabilityAlive: estimates ? estimates.probabilityAlive[row]! : null,
    expectedPurchases: estimates ? estimates.expectedPurchases[row]! : null,
    expectedOrderValueCents: estimates ? estimates.expectedOrderValueCents[row]! : null,
    purchaseCount: valued.purchaseCount[row]!,
    averageOrderValueCents: valued.averageOrderValueCents[row]!,
    firstPurchaseOn: dayOrNull(valued.firstDay[row]!),
    lastPurchaseOn: dayOrNull(valued.lastDay[row]!),
    daysSinceLastPurchase: purchased ? valued.observedUntilDay - valued.lastDay[row]! : null,
    nextPurchaseOn: nextPurchaseOn(valued, row),
    stage: customerStages[valued.stage[row]!]!,
  }
}

/** So many of the most valuable customers, and of those who are expected to bring most, are looked at for the scale of the bars. */
const CUSTOMERS_FOR_SCALE = 100
const scaleBefore = new WeakMap<ValuedCustomers, number>()

/**
 * The scale on which every bar fits: the largest value so far plus the high end (P90) of the range of what is expected. Ranges are drawn, too
 * slow for everyone, so the customers with the largest totals and with the largest expectations stand for all.
 */
function largestOf(valued: ValuedCustomers): number {
  const known = scaleBefore.get(valued)
  if (known !== undefined) return known
  let largest = valuesBy(valued, 'total-clv').reduce((most, value) => Math.max(most, value), 0)
  for (const sort of ['value', 'residual'] as const) {
    for (const row of rowsInOrder(valued, { method: 'total-clv', sort, direction: 'descending' }, []).subarray(0, CUSTOMERS_FOR_SCALE)) {
      largest = Math.max(largest, valued.realizedValueCents[row]! + (predictiveRange(valued, row)?.p90 ?? 0))
    }
  }
  scaleBefore.set(valued, largest)
  return largest
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Every customer's rank by a method, 1 for the most valuable, in the order of the customers; equal values by customer id. */
export function ranksBy(valued: ValuedCustomers, method: ClvMethod): Int32Array {
  const ranks = new Int32Array(valued.customerIds.length)
  rowsInOrder(valued, { method, sort: 'value', direction: 'descending' }, []).forEach((row, position) => { ranks[row] = position + 1 })
  return ranks
}

/** The customers that fit the search, as rows of `valued` in the order asked for. */
export function rowsOfRanking(valued: ValuedCustomers, known: CustomerNames, request: Pick<RankRequest, 'method' | 'sort' | 'direction' | 'search'>): Int32Array {
  const rows = rowsInOrder(valued, request, known.names)
  const found = finder(request.search, known)
  return found ? rows.filter(found) : rows
}

/**
 * One page of the ranking. Ranks are by the method, whatever the page is sorted by; ties go by customer id, so that the same data always
 * give the same page. `customerEquityCents` is the exact sum of all rows' values (F17). A search finds customers whose name (or other text)
 * holds all its words, capitals and accents aside. Where the method is not possible, everything is by value so far and `method` says so.
 * Example: values 300, 500 and 300 of customers 7, 2 and 5 rank 3, 1 and 2.
 */
export function rankCustomers(valued: ValuedCustomers, known: CustomerNames, request: RankRequest): Omit<Ranking, 'identifiedRevenueShare'> {
  const method = possibleMethod(valued, request.method)
  const matching = rowsOfRanking(valued, known, request)
  const ranks = ranksBy(valued, method)
  const page = matching.subarray(request.offset, request.offset + request.limit)
  const values = valuesBy(valued, method)
  return {
    rows: Array.from(page, (row) => rankedCustomer(valued, row, ranks[row]!, known.names[row] ?? '', method)),
    total: valued.customerIds.length,
    matching: matching.length,
    customerEquityCents: sum(values),
    realizedValueCents: sum(valued.realizedValueCents),
    residualTotal: valued.residualTotal,
    expectedActiveCustomers: valued.estimates && sum(valued.estimates.probabilityAlive),
    method,
    basis: valued.basis,
    horizonMonths: valued.settings.horizonMonths,
    observedUntil: formatIsoDay(valued.observedUntilDay),
    fit: valued.fit && fitSummaryOf(valued.fit),
    forecast: valued.forecast && forecastSummaryOf(valued.forecast),
    largestCents: largestOf(valued),
  }
}
