import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceLadder, type PriceList } from '../../../shared/products/price-ladder.ts'
import { productPurchases } from '../../../shared/products/product-purchases.ts'
import { typicalPrices } from '../../../shared/products/typical-prices.ts'
import { dataMissing, MISSING } from '../clv/reference-data.ts'
import type { TestOrder } from '../customers/ledger-of.ts'
import { onlineRetail, salesOf } from './sales-of.ts'

const buys = (customer: number, ...purchases: readonly (readonly number[])[]): TestOrder[] =>
  purchases.map((products, i) => ({ customer, day: 10 * i, lines: products.map((product) => [product, 1, 1000] as const) }))
const times = (count: number, from: number, ...purchases: readonly (readonly number[])[]) => Array.from({ length: count }, (_, i) => buys(from + i, ...purchases)).flat()

const [HOUSE, ETHIOPIA, BRAZIL, POT] = [0, 1, 2, 3]
const priceCents = [1000, 1300, 1400, 1500]
const COFFEE = { priceCents, families: [7, 7, 7, 8] }
const UNKNOWN = { priceCents, families: [-1, -1, -1, -1] }
const ladderOf = (orders: readonly TestOrder[], list: PriceList) => priceLadder(productPurchases(salesOf(orders, 4)), list)

const MOVED_UP = [...times(6, 0, [HOUSE], [ETHIOPIA]), ...times(4, 10, [HOUSE], [POT])]

test('S1: the dearer coffee that customers moved to; a pot is no coffee (worked example)', () => {
  const ladder = ladderOf(MOVED_UP, COFFEE)
  expect(ladder[HOUSE]).toMatchObject({ kind: 'step', product: ETHIOPIA, basis: 'family', buyers: 10, moved: 6, movedBack: 0 })
  expect(ladder[HOUSE]).toHaveProperty('rise', expect.closeTo(0.3, 12))
  // Brazil is only 8% dearer than Ethiopia, and the pot's family has nothing else.
  expect(ladder[ETHIOPIA]).toEqual({ kind: 'nothing-dearer' })
  expect(ladder[POT]).toEqual({ kind: 'nothing-dearer' })
})

test('S26: where nothing fits it is said why', () => {
  expect(ladderOf(times(4, 0, [HOUSE], [ETHIOPIA]), COFFEE)[HOUSE]).toEqual({ kind: 'too-few-moved', mostMoved: 4 })
  expect(ladderOf(MOVED_UP, { ...COFFEE, priceCents: [0, 1300, 1400] })[HOUSE]).toEqual({ kind: 'no-price' })
  expect(ladderOf(MOVED_UP, { ...COFFEE, priceCents: [1000, 1300, 1400] })[POT]).toEqual({ kind: 'no-price' })
  expect(ladderOf([], COFFEE)[HOUSE]).toEqual({ kind: 'too-few-moved', mostMoved: 0 })
})

test('the band is from a tenth to six tenths dearer, both included', () => {
  const list = (price: number): PriceList => ({ priceCents: [1000, price], families: [1, 1] })
  for (const [price, kind] of [[1099, 'nothing-dearer'], [1100, 'step'], [1600, 'step'], [1601, 'nothing-dearer']] as const) {
    expect(ladderOf(MOVED_UP, list(price))[HOUSE]!.kind).toBe(kind)
  }
})

test('bought together, or the dearer one first, is no moving up', () => {
  const orders = [...times(9, 0, [HOUSE, ETHIOPIA]), ...times(9, 20, [ETHIOPIA], [HOUSE]), ...times(9, 40, [HOUSE], [HOUSE, ETHIOPIA]), ...times(5, 60, [HOUSE], [ETHIOPIA], [ETHIOPIA])]
  expect(ladderOf(orders, COFFEE)[HOUSE]).toMatchObject({ kind: 'step', product: ETHIOPIA, buyers: 32, moved: 5, movedBack: 9 })
})

test('the most moved to wins, of equals the cheaper', () => {
  const orders = [...times(6, 0, [HOUSE], [ETHIOPIA]), ...times(6, 10, [HOUSE], [BRAZIL])]
  expect(ladderOf(orders, COFFEE)[HOUSE]).toMatchObject({ product: ETHIOPIA })
  expect(ladderOf([...orders, ...buys(99, [HOUSE], [BRAZIL])], COFFEE)[HOUSE]).toMatchObject({ product: BRAZIL, moved: 7 })
})

test('S1: of unknown family: an alternative is bought instead, a companion beside, and what everybody buys is neither', () => {
  const others = times(200, 1000, [BRAZIL])
  const instead = times(20, 0, [HOUSE], [ETHIOPIA])
  expect(ladderOf([...others, ...instead], UNKNOWN)[HOUSE]).toMatchObject({ kind: 'step', product: ETHIOPIA, basis: 'alternatives', moved: 20 })
  const beside = times(20, 100, [HOUSE, ETHIOPIA])
  expect(ladderOf([...others, ...instead, ...beside], UNKNOWN)[HOUSE]).toEqual({ kind: 'too-few-moved', mostMoved: 20 })
  const everybody = times(200, 2000, [ETHIOPIA])
  expect(ladderOf([...instead, ...everybody], UNKNOWN)[HOUSE]).toEqual({ kind: 'too-few-moved', mostMoved: 20 })
})

test('moves are those of looking at one customer at a time', () => {
  const basket = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 })
  fc.assert(fc.property(fc.array(fc.array(basket, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }), (customers) => {
    const orders = customers.flatMap((purchases, customer) => buys(customer, ...purchases))
    const steps = priceLadder(productPurchases(salesOf(orders, 4)), { priceCents: [1000, 1300, 1300, 9000], families: [1, 1, 2, 1] }, { minimumMoved: 1 })
    const firstOf = (purchases: readonly number[][], product: number) => purchases.findIndex((products) => products.includes(product))
    const movers = (from: number, to: number) => customers.filter((purchases) => {
      const before = firstOf(purchases, from)
      const after = firstOf(purchases, to)
      return before >= 0 && after > before && !purchases[after]!.includes(from)
    }).length
    const [step] = steps
    if (movers(0, 1) === 0) expect(step).toEqual({ kind: 'too-few-moved', mostMoved: 0 })
    else expect(step).toMatchObject({ kind: 'step', product: 1, buyers: customers.filter((purchases) => firstOf(purchases, 0) >= 0).length, moved: movers(0, 1), movedBack: movers(1, 0) })
  }))
})

test.skipIf(dataMissing)(`S1: Online Retail knows no families: steps are dearer within the band and really moved to ${MISSING}`, () => {
  const sales = onlineRetail()
  const prices = typicalPrices(sales)
  const steps = priceLadder(productPurchases(sales), { priceCents: prices, families: [] })
  const found = steps.flatMap((step, product) => (step.kind === 'step' ? [{ ...step, from: product }] : []))
  expect([found.length, steps.filter(({ kind }) => kind === 'no-price').length]).toEqual([1905, 137])
  for (const { from, product, rise, moved, buyers, basis } of found) {
    expect(prices[product]! / prices[from]! - 1).toBeCloseTo(rise, 12)
    expect(rise >= 0.1 - 1e-9 && rise <= 0.6 + 1e-9 && moved >= 5 && moved <= buyers && basis === 'alternatives').toBe(true)
  }
})
