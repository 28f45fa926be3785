import { describe, expect, test } from 'vitest'
import { checkNextProducts } from '../../../../shared/products/next/check-next-products.ts'
import { fitNextProducts } from '../../../../shared/products/next/fit-next-products.ts'
import { suggestNext } from '../../../../shared/products/next/suggest-next.ts'
import { productPurchases } from '../../../../shared/products/product-purchases.ts'
import { dayNumber } from '../../../../shared/calendar.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { dataMissing, MISSING } from '../../clv/reference-data.ts'
import type { TestOrder } from '../../customers/ledger-of.ts'
import { onlineRetail, salesOf } from '../sales-of.ts'

const [BED, TABLE, LAMP, COFFEE] = [0, 1, 2, 3]
const buys = (customer: number, ...purchases: readonly (readonly number[])[]): TestOrder[] =>
  purchases.map((products, i) => ({ customer, day: 10 * i, lines: products.map((product) => [product, 1, 1000] as const) }))
const times = (count: number, from: number, ...purchases: readonly (readonly number[])[]) => Array.from({ length: count }, (_, i) => buys(from + i, ...purchases)).flat()
const fitOf = (orders: readonly TestOrder[]) => fitNextProducts(productPurchases(salesOf(orders)))

const FURNITURE = [...times(10, 0, [BED], [TABLE]), ...times(10, 20, [LAMP], [LAMP])]

test('S24: a table after a bed, drawn toward how often tables are bought at all (worked examples)', () => {
  const model = fitOf(FURNITURE)
  expect(model.baseRates[TABLE]).toBe(0.5)
  const [table, lamp] = suggestNext(model, [BED], 5)
  expect(table).toMatchObject({ product: TABLE, because: { product: BED, timesFollowed: 10, purchases: 10 } })
  expect(table!.probability).toBeCloseTo(0.583333, 6)
  expect(lamp).toEqual({ product: LAMP, probability: 0.5, because: null })
})

test('S24: what they have is left out, unless it is bought again and again', () => {
  const model = fitOf(FURNITURE)
  expect(suggestNext(model, [BED, TABLE], 5).map(({ product }) => product)).toEqual([LAMP])
  expect(suggestNext(model, [LAMP], 1)).toMatchObject([{ product: LAMP, because: { product: LAMP } }])
})

test('S24: bought again by one in five of those who came back is not seldom', () => {
  const shop = (again: number) => fitOf([...times(again, 0, [COFFEE], [COFFEE]), ...times(20 - again, 50, [COFFEE], [LAMP]), ...times(30, 100, [COFFEE])])
  expect(shop(4).isSeldomRepeated[COFFEE]).toBe(0)
  expect(shop(3).isSeldomRepeated[COFFEE]).toBe(1)
})

test('fewer than five followers are no reason, only popularity is', () => {
  const shop = (followed: number) => suggestNext(fitOf([...times(followed, 0, [BED], [TABLE]), ...times(50, 20, [LAMP], [LAMP])]), [BED], 2)
  expect(shop(4)).toMatchObject([{ product: LAMP, because: null }, { product: TABLE, because: null }])
  expect(shop(5)[1]).toMatchObject({ product: TABLE, because: { product: BED, timesFollowed: 5, purchases: 5 } })
})

test('the strongest reason counts: many owned products do not drown it, and one is named', () => {
  const orders = [...times(60, 0, [BED], [TABLE]), ...times(60, 100, [LAMP], [4]), ...times(60, 200, [COFFEE], [5])]
  const model = fitOf(orders)
  const alone = suggestNext(model, [BED], 1)
  expect(alone).toMatchObject([{ product: TABLE, because: { product: BED } }])
  expect(suggestNext(model, [LAMP, COFFEE, BED], 9).find(({ product }) => product === TABLE)).toEqual(alone[0])
})

test('without anybody who came back nothing is suggested', () => {
  expect(suggestNext(fitOf(times(10, 0, [BED])), [BED], 3)).toEqual([])
  expect(suggestNext(fitOf([]), [BED, 99, -1], 3)).toEqual([])
  for (const most of [0, -1]) expect(suggestNext(fitOf(FURNITURE), [BED], most)).toEqual([])
  expect(checkNextProducts(salesOf([]), 10)).toEqual({ customers: 0, hits: 0, popularHits: 0 })
})

test('the first few of sorted rows are the first few of all: no other order of looking finds better', () => {
  const random = seededRandom(3)
  const pick = () => Math.floor(10 * random.uniform() ** 2)
  const orders = Array.from({ length: 200 }, (_, customer) => buys(customer, ...Array.from({ length: 1 + Math.floor(4 * random.uniform()) }, () => [...new Set([pick(), pick()])]))).flat()
  const model = fitOf(orders)
  for (const owned of [[0], [1, 2], [0, 3, 5, 8], [9, 7], [0, 1, 2, 3, 4, 5, 6, 7, 8]]) {
    const best = model.baseRates.map((base, product) => {
      if (owned.includes(product) && model.isSeldomRepeated[product] === 1) return 0
      return owned.reduce((most, reason) => {
        const at = model.followers.subarray(model.starts[reason], model.starts[reason + 1]).indexOf(product)
        return at < 0 ? most : Math.max(most, model.probabilities[model.starts[reason]! + at]!)
      }, base)
    })
    expect(suggestNext(model, owned, 3).map(({ probability }) => probability)).toEqual([...best].filter((probability) => probability > 0).sort((a, b) => b - a).slice(0, 3))
  }
})

describe('judged by purchases the model has not seen', () => {
  test('S24: in a shop where every product has its successor it finds it; popularity cannot', () => {
    const random = seededRandom(7)
    // 5 chains of two; who began with product k goes on to k + 5 four times in five, else to anything.
    const orders = Array.from({ length: 2000 }, (_, customer): TestOrder[] => {
      const begin = Math.floor(5 * random.uniform())
      const next = random.uniform() < 0.8 ? begin + 5 : Math.floor(10 * random.uniform())
      const late = random.uniform() < 0.5
      return [{ customer, day: 0, lines: [[begin, 1, 1000]] }, { customer, day: late ? 100 : 10, lines: [[next, 1, 1000]] }]
    }).flat()
    const { customers, hits, popularHits } = checkNextProducts(salesOf(orders), 50, 1)
    expect(customers).toBeGreaterThan(900)
    expect(hits / customers).toBeCloseTo(0.8 + 0.2 * 0.1, 1)
    expect(popularHits / customers).toBeLessThan(0.25)
  })

  test.skipIf(dataMissing).each([
    [dayNumber(2011, 3, 4)!, { customers: 1404, hits: 606, popularHits: 421 }],
    [dayNumber(2011, 6, 6)!, { customers: 1930, hits: 907, popularHits: 544 }],
    [dayNumber(2011, 9, 7)!, { customers: 1925, hits: 767, popularHits: 395 }],
    [dayNumber(2011, 11, 2)!, { customers: 1515, hits: 597, popularHits: 346 }],
  ])(`S24: Online Retail from day %i: never worse than the most popular products (worked example) ${MISSING}`, (untilDay, expected) => {
    const check = checkNextProducts(onlineRetail(), untilDay)
    expect(check).toEqual(expected)
    expect(check.hits).toBeGreaterThan(check.popularHits)
  })
})
