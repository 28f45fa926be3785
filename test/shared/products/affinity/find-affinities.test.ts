import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countPairs } from '../../../../shared/products/affinity/count-pairs.ts'
import { describeTogether, findAffinities } from '../../../../shared/products/affinity/find-affinities.ts'
import { productSets, type ProductSets } from '../../../../shared/products/product-sets.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { dataMissing, MISSING } from '../../clv/reference-data.ts'
import { breadBasket, onlineRetail } from '../sales-of.ts'

function setsOf(baskets: readonly (readonly number[])[], productCount: number): ProductSets {
  const starts = new Int32Array(baskets.length + 1)
  const sorted = baskets.map((basket) => [...new Set(basket)].sort((a, b) => a - b))
  sorted.forEach((basket, i) => { starts[i + 1] = starts[i]! + basket.length })
  return { starts, products: Int32Array.from(sorted.flat()), productCount }
}

/** Every two products of every basket, by name in a map: no sorting, no columns. */
function countByHand(baskets: Iterable<ReadonlySet<number>>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const basket of baskets) for (const a of basket) for (const b of basket) if (a < b) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1)
  return counts
}

const pairsOf = ({ a, b, together }: ReturnType<typeof countPairs>) => Array.from(a, (product, i): [string, number] => [`${product} ${b[i]}`, together[i]!])

describe('counts', () => {
  test('of every two products (worked example)', () => {
    const counted = countPairs(setsOf([[1, 2], [1, 2, 3], [2], []], 4), 1)
    expect(new Map(pairsOf(counted))).toEqual(new Map([['1 2', 2], ['1 3', 1], ['2 3', 1]]))
    expect([...counted.counts]).toEqual([0, 2, 3, 1])
    expect(counted.setCount).toBe(3)
  })

  test('are those of counting by hand, whatever the baskets and the minimum', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.nat(8), { maxLength: 6 }), { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (baskets, minimum) => {
      const byHand = [...countByHand(baskets.map((basket) => new Set(basket)))].filter(([, count]) => count >= minimum)
      expect(new Map(pairsOf(countPairs(setsOf(baskets, 9), minimum)))).toEqual(new Map(byHand))
    }))
  })

  test.skipIf(dataMissing).each(['order', 'customer'] as const)(`S3: Online Retail per %s: every pair as counted by hand ${MISSING}`, (togetherIn) => {
    const sales = onlineRetail()
    const baskets = new Map<number, Set<number>>()
    sales.lines.orders.forEach((order, line) => {
      const owner = togetherIn === 'order' ? order : sales.customers[order]!
      const product = sales.lines.products[line]!
      if (owner < 0 || product < 0 || sales.lines.quantities[line]! <= 0 || sales.lines.amountCents[line]! < 0) return
      baskets.set(owner, (baskets.get(owner) ?? new Set()).add(product))
    })
    const counted = countPairs(productSets(sales, togetherIn), 1)
    expect(counted.setCount).toBe(baskets.size)
    // By number in a table instead of by name in a map: there are millions.
    const table = new Int32Array(sales.productCount ** 2)
    for (const basket of baskets.values()) {
      const products = [...basket]
      for (const a of products) for (const b of products) if (a < b) table[a * sales.productCount + b]!++
    }
    let different = 0
    for (const count of table) if (count > 0) different++
    expect(counted.a.length).toBe(different)
    expect(counted.together.every((count, pair) => table[counted.a[pair]! * sales.productCount + counted.b[pair]!] === count)).toBe(true)
  })
})

test('published: toast and coffee, as mlxtend and many notebooks have it (worked example)', () => {
  const toast = describeTogether({ sets: 9465, countA: 318, countB: 4528, together: 224 })
  expect(toast.support).toBeCloseTo(0.023666, 6)
  expect(toast.confidenceAB).toBeCloseTo(0.704403, 6)
  expect(toast.lift).toBeCloseTo(1.472431, 6)
  expect(toast.leastLift).toBeCloseTo(1.2859, 4)
  expect(toast.leverage).toBeCloseTo(0.023666138 - (318 * 4528) / 9465 ** 2, 8)
})

test('nothing of nothing is zero, not NaN', () => {
  const nothing = { support: 0, confidenceAB: 0, confidenceBA: 0, lift: 0, leastLift: 0, leverage: 0 }
  expect(describeTogether({ sets: 0, countA: 0, countB: 0, together: 0 })).toEqual(nothing)
  expect(describeTogether({ sets: 5, countA: 0, countB: 3, together: 0 })).toEqual(nothing)
  expect(findAffinities(setsOf([], 3))).toEqual({ sets: 0, tested: 0, found: 0, pairs: [] })
})

test.skipIf(dataMissing)(`S2: a bakery's baskets: what belongs to coffee, and bread does not (worked example) ${MISSING}`, () => {
  const sales = breadBasket()
  const { sets, tested, found, pairs } = findAffinities(productSets(sales, 'order'))
  // 9,465 of the 9,531 baskets hold something else than NONE; 75 products were in at least five.
  expect([sets, tested, found]).toEqual([9465, 2775, 62])
  const names = pairs.map(({ a, b }) => `${sales.names[a]} + ${sales.names[b]}`)
  expect(names.slice(0, 3)).toEqual(['Tea + Cake', 'Coffee + Toast', 'Coffee + Pastry'])
  expect(names).toContain('Coffee + Cake')
  // The most frequent pair of all, 852 baskets, and yet fewer than chance would give.
  expect(names).not.toContain('Bread + Coffee')
  expect(findAffinities(productSets(sales, 'order'), { most: 3 }).pairs).toEqual(pairs.slice(0, 3))
  expect(pairs.every(({ leastLift, together, chance }) => leastLift > 1 && together >= 5 && chance < 0.05)).toBe(true)
})

test.skipIf(dataMissing)(`S2: Online Retail: a million pairs, the teacups of one pattern first ${MISSING}`, () => {
  const sales = onlineRetail()
  const { pairs, found } = findAffinities(productSets(sales, 'order'), { most: 2 })
  expect([found, pairs.length]).toEqual([1387906, 2])
  // Regency teacup and saucer, roses with green; jumbo bag, pink polkadot with red retrospot.
  expect(pairs.map(({ a, b, together }) => [sales.names[a], sales.names[b], together])).toEqual([['22699', '22697', 768], ['22386', '85099B', 825]])
})

describe('a guard against chance', () => {
  /** Orders of products that have nothing to do with each other, but for `joined` extra orders of products 50 and 51 together. */
  function unrelated(seed: number, joined: number): ProductSets {
    const random = seededRandom(seed)
    const baskets = Array.from({ length: 4000 }, () => Array.from({ length: 60 }, (_, product) => product).filter((product) => random.uniform() < 0.3 / (1 + product / 3)))
    return setsOf([...baskets, ...Array.from({ length: joined }, () => [50, 51])], 60)
  }

  test('S2: among 1,770 unrelated pairs none is found, where without the guard one in two would be', () => {
    let found = 0
    for (let seed = 1; seed <= 10; seed++) found += findAffinities(unrelated(seed, 0)).found
    expect(found).toBe(0)
    const { a, b, together, counts, setCount } = countPairs(unrelated(1, 0), 5)
    const lifted = together.filter((count, pair) => (count * setCount) / (counts[a[pair]!]! * counts[b[pair]!]!) > 1).length
    expect(lifted / together.length).toBeGreaterThan(0.4)
  })

  test('S2: one that really belongs together is always found, and at most 5% of the findings beside it are chance', () => {
    let shareOfChance = 0
    for (let seed = 1; seed <= 40; seed++) {
      const { pairs, found } = findAffinities(unrelated(seed, 40))
      expect(pairs.some(({ a, b }) => a === 50 && b === 51)).toBe(true)
      shareOfChance += (found - 1) / found / 40
    }
    expect(shareOfChance).toBeLessThan(0.05)
  })

  test('the lower end of the lift is too high in at most 2.5% of samples', () => {
    const random = seededRandom(5)
    let tooHigh = 0
    for (let sample = 0; sample < 2000; sample++) {
      const cells = [0, 0, 0]
      for (let i = 0; i < 1000; i++) {
        const u = random.uniform()
        // Both .02, only the one .08, only the other .08: a lift of 2.
        if (u < 0.18) cells[u < 0.02 ? 0 : u < 0.1 ? 1 : 2]!++
      }
      const [both = 0, one = 0, other = 0] = cells
      if (describeTogether({ sets: 1000, countA: both + one, countB: both + other, together: both }).leastLift > 2) tooHigh++
    }
    expect(tooHigh / 2000).toBeLessThan(0.025)
  })
})

test('S2: products fewer than five times together are no fact, however rare they are', () => {
  const baskets = [...Array.from({ length: 4 }, () => [0, 1]), ...Array.from({ length: 1000 }, () => [2])]
  expect(findAffinities(setsOf(baskets, 4)).found).toBe(0)
  expect(findAffinities(setsOf([...baskets, [0, 1]], 4)).pairs).toMatchObject([{ a: 0, b: 1, together: 5, countA: 5, countB: 5, confidenceAB: 1 }])
})
