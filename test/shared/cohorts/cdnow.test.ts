import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../shared/calendar.ts'
import { cohortTriangle } from '../../../shared/cohorts/cohort-triangle.ts'
import { newCustomerValue } from '../../../shared/cohorts/new-customer-value.ts'
import { dataMissing, dataText, MISSING } from '../clv/reference-data.ts'
import type { TestOrder } from '../customers/ledger-of.ts'
import { shopOf } from './shop-of.ts'

type Row = { readonly customer: string; readonly year: number; readonly month: number; readonly day: number; readonly cents: number }

/** Two numbers of the customer, date, pieces and dollars. */
function rowsOf(text: string): Row[] {
  return text.split('\n').map((line) => {
    const [, customer = '', date = '', , dollars] = line.trim().split(/\s+/)
    return { customer, year: Number(date.slice(0, 4)), month: Number(date.slice(4, 6)), day: Number(date.slice(6)), cents: Math.round(Number(dollars) * 100) }
  })
}

/** Dates as one number that sorts, and months counted by comparing dates: nothing of the calculation itself. */
function countByHand(rows: readonly Row[]) {
  const stamp = ({ year, month, day }: Pick<Row, 'year' | 'month' | 'day'>) => year * 10_000 + month * 100 + day
  const first = new Map<string, Row>()
  for (const row of rows) {
    const known = first.get(row.customer)
    if (!known || stamp(row) < stamp(known)) first.set(row.customer, row)
  }
  const cells = new Map<string, { cents: number; buyers: Set<string> }>()
  for (const row of rows) {
    const start = first.get(row.customer)!
    // All of 1997 and 1998: February has 28 days.
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let months = -1
    for (let at = start.month, year = start.year; stamp({ year, month: at, day: Math.min(start.day, lengths[at - 1]!) }) <= stamp(row); months++) {
      at = at === 12 ? 1 : at + 1
      if (at === 1) year++
    }
    const key = `${start.month} ${months}`
    const cell = cells.get(key) ?? { cents: 0, buyers: new Set() }
    cells.set(key, cell)
    cell.cents += row.cents
    cell.buyers.add(row.customer)
  }
  return cells
}

describe.skipIf(dataMissing)(`CDNOW sample ${MISSING}`, () => {
  const rows = dataMissing ? [] : rowsOf(dataText('cdnow_sample.txt'))
  const shop = shopOf(rows.map(({ customer, year, month, day, cents }): TestOrder => ({ customer: Number(customer), day: dayNumber(year, month, day)!, cents })), 0.4)
  const triangle = cohortTriangle(shop)

  test('F20: three cohorts of together 2,357 customers, complete up to June 1998, and every cent of 6,919 orders', () => {
    expect(rows.length).toBe(6919)
    expect(triangle.cohorts.map(({ month, customers, completeMonths, isThin }) => [month, customers, completeMonths, isThin])).toEqual([
      ['1997-01', 781, 17, false], ['1997-02', 857, 16, false], ['1997-03', 719, 15, false],
    ])
    expect(triangle.customers).toBe(2357)
    expect(triangle.beforeFirstPurchaseCents).toBe(0)
    expect(triangle.cohorts.flatMap(({ revenueCents }) => [...revenueCents]).reduce((sum, cents) => sum + cents, 0)).toBe(24_409_194)
    expect(rows.reduce((sum, { cents }) => sum + cents, 0)).toBe(24_409_194)
  })

  test('F20: every cell is what counting by hand gives', () => {
    const cells = countByHand(rows)
    const cohorts = triangle.cohorts.map(({ revenueCents, buyers }) => Array.from(revenueCents, (cents, at) => [cents, buyers[at]]))
    expect(cohorts).toEqual([1, 2, 3].map((month, at) => Array.from({ length: cohorts[at]!.length }, (_, months) => {
      const cell = cells.get(`${month} ${months}`)
      return [cell?.cents ?? 0, cell?.buyers.size ?? 0]
    })))
    expect([...cells.values()].reduce((sum, { cents }) => sum + cents, 0)).toBe(24_409_194)
    // Counted once more in another language.
    expect([...triangle.cohorts[0]!.revenueCents].slice(0, 4)).toEqual([3_294_597, 506_224, 403_450, 342_428])
    expect([...triangle.cohorts[2]!.buyers].slice(0, 8)).toEqual([719, 85, 74, 66, 71, 58, 61, 60])
  })

  test('C17: a new customer is worth the first order and falling months, as the three cohorts say', () => {
    const { byMonth } = newCustomerValue(cohortTriangle({ ...shop, contributionMarginRate: null }))
    expect(byMonth.length).toBe(17)
    expect(byMonth[0]!.valueCents).toBe(Math.round((3_294_597 + 3_608_175 + 3_491_469) / 2357))
    // Of the first fifteen months all three are complete: the same as the sum over them.
    const upTo15 = triangle.cohorts.reduce((sum, { revenueCents }) => sum + revenueCents.slice(0, 15).reduce((all, cents) => all + cents, 0), 0)
    expect(byMonth[14]).toMatchObject({ months: 15, valueCents: Math.round(upTo15 / 2357), cohorts: 3, customers: 2357, isThin: false })
    expect(byMonth[16]).toMatchObject({ cohorts: 1, customers: 781, range: null, isThin: true })
    for (const cohort of triangle.cohorts) {
      const own = cohort.revenueCents.slice(0, 15).reduce((all, cents) => all + cents, 0) / cohort.customers
      expect(own).toBeGreaterThan(byMonth[14]!.range!.p10)
      expect(own).toBeLessThan(byMonth[14]!.range!.p90)
    }
  })
})
