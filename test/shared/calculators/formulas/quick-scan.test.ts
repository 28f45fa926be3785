import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickScan } from '../../../../shared/calculators/formulas/quick-scan.ts'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { netRefunds } from '../../../../shared/customers/net-refunds.ts'
import { ledgerOf } from '../../customers/ledger-of.ts'

/** From 1 January 2010 to 28 February 2012: every twelve months in it are 365 days. */
const anyDay = fc.integer({ min: parseIsoDay('2010-01-01')!, max: parseIsoDay('2012-02-28')! })
const anyOrder = fc.record({ customer: fc.integer({ min: 1, max: 4 }), day: anyDay, cents: fc.integer({ min: -3000, max: 9000 }) })

test('F9: revenue and buyers are those of the twelve months, counted one by one; no cent disappears', () => {
  fc.assert(fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 30 }), (orders) => {
    const ledger = ledgerOf(orders)
    const netted = netRefunds(ledger)
    const scan = quickScan(ledger, netted)
    const last = Math.max(...orders.map(({ day }) => day))
    const inYear = Array.from(ledger.days.keys()).filter((order) => last - ledger.days[order]! < 365)
    const kept = inYear.filter((order) => netted.netCents[order]! > 0 || (ledger.amountCents[order] === 0 && netted.broughtBack[order] === 0))
    if (kept.length === 0) {
      expect(scan).toBeNull()
      return
    }
    expect(scan?.buyers).toBe(new Set(kept.map((order) => ledger.customers[order])).size)
    expect((scan?.revenue.cents ?? 0) - (scan?.unmatchedRefunds.cents ?? 0)).toBe(inYear.reduce((sum, order) => sum + netted.netCents[order]!, 0))
    expect(scan?.averageRevenue.cents).toBe(Math.round((scan?.revenue.cents ?? 0) / (scan?.buyers ?? 1)))
  }))
})
