import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { parseIsoDay } from '../../../shared/calendar.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import { generateSampleShopCsv, type SampleLanguage } from '../../../shared/sample-shop/generate.ts'
import { companions, sampleProducts } from '../../../shared/sample-shop/products.ts'
import { sampleShopTruth } from '../../../shared/sample-shop/truth.ts'

type Row = { order: string; day: string; customer: string; email: string; sku: string; quantity: number; cents: number }

function read(language: SampleLanguage): Row[] {
  const { data, errors, meta } = Papa.parse<string[]>(generateSampleShopCsv(language), { skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(meta.delimiter).toBe(language === 'nl' ? ';' : ',')
  return data.slice(1).map(([order = '', date = '', customer = '', , email = '', sku = '', , quantity = '', price = '']) => ({
    order, customer, email, sku,
    day: language === 'nl' ? date.split('-').toReversed().join('-') : date,
    quantity: Number(quantity),
    cents: Math.round(Number(price.replace(',', '.')) * 100),
  }))
}

describe('sample shop', () => {
  const rows = read('nl')

  it('is the same every time and the same in both languages', () => {
    expect(generateSampleShopCsv('en')).toBe(generateSampleShopCsv('en'))
    expect(read('en')).toEqual(rows)
  })

  it('holds two years of the customers it says it holds', () => {
    expect(new Set(rows.map((row) => row.customer).filter(Boolean)).size).toBe(sampleShopTruth.customers)
    const days = rows.map((row) => row.day).toSorted()
    expect(days[0]! >= sampleShopTruth.firstDay).toBe(true)
    expect(days.at(-1)).toBe(sampleShopTruth.lastDay)
    expect(sampleProducts).toHaveLength(25)
  })

  it('has the oddities of a real file: refunds in orders of their own, counter sales, a fee', () => {
    const refunds = rows.filter((row) => row.quantity < 0)
    expect(refunds.length).toBeGreaterThan(10)
    expect(refunds.every((row) => row.order.startsWith('C'))).toBe(true)
    expect(new Set(rows.filter((row) => row.customer === '').map((row) => row.order)).size).toBe(61)
    expect(rows.filter((row) => row.sku === 'BANK')).toHaveLength(1)
  })

  it('names nobody who could exist', () => {
    expect(rows.every((row) => row.email === '' || /@example\.(nl|org)$/.test(row.email))).toBe(true)
    const customerOf = new Map(rows.map((row) => [row.email, row.customer]))
    expect(rows.every((row) => customerOf.get(row.email) === row.customer)).toBe(true)
  })

  it('spends as the truth says: the mean order is p x gamma / (q - 1)', () => {
    const orders = new Map<string, number>()
    for (const row of rows) if (row.customer !== '' && row.quantity > 0) orders.set(row.order, (orders.get(row.order) ?? 0) + row.quantity * row.cents)
    const mean = [...orders.values()].reduce((sum, cents) => sum + cents, 0) / orders.size
    const { p, q, gamma } = sampleShopTruth.spend
    expect(mean / ((100 * p * gamma) / (q - 1))).toBeGreaterThan(0.9)
    expect(mean / ((100 * p * gamma) / (q - 1))).toBeLessThan(1.1)
  })

  it('is found back by a fit: parameters near the truth, within the noise of 1,200 customers', () => {
    const days = new Map<string, Map<number, number>>()
    for (const { customer, day, quantity, cents } of rows) {
      if (customer === '' || quantity < 0) continue
      const ofCustomer = days.get(customer) ?? new Map<number, number>()
      days.set(customer, ofCustomer.set(parseIsoDay(day)!, (ofCustomer.get(parseIsoDay(day)!) ?? 0) + quantity * cents))
    }
    const customers = [...days.values()]
    const cents = Float64Array.from(customers, (each) => [...each.values()].reduce((sum, amount) => sum + amount, 0))
    const { fit } = valueCustomers({
      summary: {
        customerIds: Int32Array.from(customers.keys()),
        purchaseCount: Int32Array.from(customers, (each) => each.size),
        firstDay: Int32Array.from(customers, (each) => Math.min(...each.keys())),
        lastDay: Int32Array.from(customers, (each) => Math.max(...each.keys())),
        netCents: cents, purchaseCents: cents, observedUntilDay: parseIsoDay(sampleShopTruth.lastDay)!,
      },
      settings: { contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 36 },
    })
    const { transactions, spend } = sampleShopTruth
    expect(fit?.converged).toBe(true)
    const { r, alpha, a, b } = fit!.parameters
    const { p, q, gamma } = fit!.spend.parameters
    const near = (found: number, truth: number, share: number) => expect(Math.abs(found / truth - 1)).toBeLessThan(share)
    near(r, transactions.r, 0.1)
    near(r / alpha, transactions.r / transactions.alpha, 0.1)
    expect(Math.abs(a / (a + b) - transactions.a / (transactions.a + transactions.b))).toBeLessThan(0.05)
    near(p, spend.p, 0.15)
    near(q, spend.q, 0.15)
    near((p * gamma) / (q - 1), (spend.p * spend.gamma) / (spend.q - 1), 0.05)
  })

  it('sells things together that go together', () => {
    const groupOf = new Map(sampleProducts.map((product) => [product.sku, product.group]))
    const baskets = Map.groupBy(rows.filter((row) => groupOf.has(row.sku)), (row) => row.order)
    const has = (group: string) => [...baskets.values()].filter((lines) => lines.some((line) => groupOf.get(line.sku) === group))
    const withGear = has('coffee-gear')
    const both = withGear.filter((lines) => lines.some((line) => groupOf.get(line.sku) === 'coffee'))
    const lift = both.length / withGear.length / (has('coffee').length / baskets.size)
    expect(companions['coffee-gear']).toContain('coffee')
    expect(lift).toBeGreaterThan(1.2)
  })
})
