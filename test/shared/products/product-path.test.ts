import { expect, test } from 'vitest'
import { firstProducts } from '../../../shared/products/first-products.ts'
import { productPaths } from '../../../shared/products/product-path.ts'
import { productPurchases } from '../../../shared/products/product-purchases.ts'
import { dataMissing, MISSING } from '../clv/reference-data.ts'
import type { TestOrder } from '../customers/ledger-of.ts'
import { onlineRetail, salesOf } from './sales-of.ts'

const [BED, TABLE, CHAIRS, LAMP] = [0, 1, 2, 3]
const buys = (customer: number, ...purchases: readonly (readonly number[])[]): TestOrder[] =>
  purchases.map((products, i) => ({ customer, day: 10 * i, lines: products.map((product) => [product, 1, 1000 - product] as const) }))

function pathsOf(orders: readonly TestOrder[], options = {}) {
  const sales = salesOf(orders)
  return productPaths(productPurchases(sales), firstProducts(sales), options)
}

test('C16: a bed, next year a table and chairs (worked example)', () => {
  expect(pathsOf([...buys(1, [BED], [TABLE], [CHAIRS]), ...buys(2, [BED, LAMP], [TABLE, CHAIRS]), ...buys(3, [BED]), ...buys(4, [LAMP], [])])).toEqual([
    {
      firstProduct: BED, customers: 3, steps: [
        { purchase: 2, customers: 2, isThin: true, products: [{ product: TABLE, customers: 2, share: 1 }, { product: CHAIRS, customers: 1, share: 0.5 }] },
        { purchase: 3, customers: 1, isThin: true, products: [{ product: CHAIRS, customers: 1, share: 1 }] },
      ],
    },
    { firstProduct: LAMP, customers: 1, steps: [{ purchase: 2, customers: 0, isThin: true, products: [] }, { purchase: 3, customers: 0, isThin: true, products: [] }] },
  ])
})

test('C16: from 20 customers who came back the shares are no longer thin', () => {
  const shop = (count: number) => pathsOf(Array.from({ length: count }, (_, i) => buys(i, [BED], [TABLE])).flat())[0]!.steps[0]!.isThin
  expect(shop(19)).toBe(true)
  expect(shop(20)).toBe(false)
})

test('only the most frequent beginnings and products, ties by index', () => {
  const orders = [...buys(1, [CHAIRS], [BED, TABLE]), ...buys(2, [BED], [LAMP]), ...buys(3, [LAMP])]
  const paths = pathsOf(orders, { mostPaths: 2, mostProducts: 1 })
  expect(paths.map(({ firstProduct }) => firstProduct)).toEqual([BED, CHAIRS])
  expect(paths[1]!.steps[0]!.products).toEqual([{ product: BED, customers: 1, share: 0.5 / 0.5 }])
})

test.skipIf(dataMissing)(`C16: Online Retail, every share as counted one customer at a time ${MISSING}`, () => {
  const sales = onlineRetail()
  const first = firstProducts(sales)
  const paths = productPaths(productPurchases(sales), first)
  // The oracle knows nothing of purchases: customer, day and product of every line that sold something.
  const daysOf = new Map<number, Map<number, Set<number>>>()
  sales.lines.orders.forEach((order, line) => {
    const customer = sales.customers[order]!
    if (customer < 0 || sales.lines.quantities[line]! <= 0 || sales.lines.amountCents[line]! < 0) return
    const days = daysOf.get(customer) ?? new Map<number, Set<number>>()
    daysOf.set(customer, days)
    days.set(sales.days[order]!, (days.get(sales.days[order]!) ?? new Set()).add(sales.lines.products[line]!))
  })
  expect(paths.length).toBe(20)
  for (const { firstProduct, customers, steps } of paths) {
    const began = [...daysOf].filter(([customer]) => first[customer] === firstProduct)
    expect(customers).toBe(began.length)
    for (const { purchase, customers: made, isThin, products } of steps) {
      const bought = began.flatMap(([, days]) => [...days].sort(([a], [b]) => a - b).slice(purchase - 1, purchase).map(([, own]) => own))
      expect(made).toBe(bought.length)
      expect(isThin).toBe(bought.length < 20)
      for (const { product, customers: count, share } of products) {
        expect(count).toBe(bought.filter((own) => own.has(product)).length)
        expect(share).toBe(count / bought.length)
      }
    }
  }
  const [best] = paths
  expect([sales.names[best!.firstProduct], best!.customers, best!.steps[0]!.customers, best!.steps[0]!.products[0]!.customers]).toEqual(['22423', 171, 124, 51])
})
