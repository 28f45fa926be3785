import { describe, expect, test } from 'vitest'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import type { PurchaseSummary } from '../../../../shared/customers/sales-ledger.ts'
import { buyersByValue } from '../../../../shared/customers/segments/buyers-by-value.ts'
import { findGrowers } from '../../../../shared/customers/segments/growers.ts'
import { calibration, MISSING, referenceMissing, referenceText, summaryOf } from '../../clv/reference-data.ts'
import { simulateCustomers } from './simulated-customers.ts'
import { valuedOf } from './valued-of.ts'

const SETTINGS = { contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 12 }
const CLASSES = 20

/** What growers brought later on average, and what others of the same past (twentieths of value so far, in the growers' proportions) did. */
function compareLater(summary: PurchaseSummary, later: ArrayLike<number>) {
  const valued = valueCustomers({ summary, settings: SETTINGS })
  const rows = findGrowers(valued)!.segments[0]!.rows
  const growers = new Set(rows)
  const ranked = buyersByValue(valued, 'realized-value')
  const size = ranked.length / CLASSES
  let others = 0
  for (let k = 0; k < CLASSES; k++) {
    const alike = ranked.subarray(Math.ceil(k * size), Math.ceil((k + 1) * size))
    const rest = alike.filter((row) => !growers.has(row))
    others += (alike.length - rest.length) * (rest.reduce((sum, row) => sum + later[row]!, 0) / rest.length)
  }
  return { rows, valued, grower: rows.reduce((sum, row) => sum + later[row]!, 0) / rows.length, other: others / rows.length }
}

function laterAt(file: string) {
  const [header = '', ...lines] = referenceText(file).split('\n')
  const column = header.split(',').indexOf('spend_star')
  const { rows, grower, other } = compareLater(summaryOf(calibration(file)), lines.map((line) => Number(line.split(',')[column])))
  return { found: rows.length, ratio: grower / other }
}

describe('S21: growers', () => {
  const { summary, laterCents } = simulateCustomers(4000, 21)
  const { rows, valued } = compareLater(summary, laterCents)

  test('by the stated rule: in the best fifth by expected value, not in the best fifth so far, likely still a customer', () => {
    expect(rows.length).toBeGreaterThan(100)
    const expected = buyersByValue(valued, 'residual-clv')
    const soFar = buyersByValue(valued, 'realized-value')
    const byRule = Array.from(expected.subarray(0, 800)).filter((row) => soFar.indexOf(row) >= 800 && valued.estimates!.probabilityAlive[row]! >= 0.5)
    expect([...rows]).toEqual(byRule)
    expect(findGrowers(valued)).toMatchObject({ method: 'residual-clv', basis: 'revenue', difference: null })
  })

  test.each([21, 22, 23, 24, 25])('they really bring more later than others with the same past (simulated shop %i)', (seed) => {
    const shop = simulateCustomers(4000, seed)
    const { grower, other } = compareLater(shop.summary, shop.laterCents)
    expect(grower / other).toBeGreaterThan(1.5)
  })

  test.skipIf(referenceMissing)(`and at CDNOW, in the 39 weeks that followed: about a hundred, over twice as much (worked example) ${MISSING}`, () => {
    const { found, ratio } = laterAt('cdnow_sample.csv')
    // Bounds, because the model is chosen by its back-test: 101 and 2.40 under MBG/NBD.
    expect(found).toBeGreaterThan(60)
    expect(found).toBeLessThan(200)
    expect(ratio).toBeGreaterThan(2)
  })

  test.skipIf(referenceMissing).each(['cdnow_master.csv.gz', 'online_retail_26w.csv', 'online_retail_14w.csv'])(`and in %s ${MISSING}`, (file) => {
    const { found, ratio } = laterAt(file)
    expect(found).toBeGreaterThan(50)
    expect(ratio).toBeGreaterThan(1.15)
  })

  test('without an estimate nobody can be told', () => {
    expect(findGrowers(valuedOf([{ cents: 100 }]))).toBeNull()
  })
})
