import type { ProductSets } from '../product-sets.ts'
import { chanceOfTogether, discoveryLimit, leastEvents, logFactorials, type TogetherCounts } from './chance.ts'
import { countPairs } from './count-pairs.ts'

/** Two products that come together more than chance explains. */
export type ProductAffinity = TogetherCounts & {
  readonly a: number
  readonly b: number
  /** Share of all sets with both, 0 to 1. */
  readonly support: number
  /** Of the sets with a, the share that have b too; and the other way round. */
  readonly confidenceAB: number
  readonly confidenceBA: number
  /** How many times as often together as if they had nothing to do with each other; and the lower end of its 95% interval. */
  readonly lift: number
  readonly leastLift: number
  /** Support above what chance gives; times `sets`: how many sets have both beyond chance. */
  readonly leverage: number
  /** Of so many together without a reason (Fisher's exact test, one-sided). */
  readonly chance: number
}

export type Affinities = {
  /** Sets with any product. */
  readonly sets: number
  /** Pairs of products that are each common enough to be tested. */
  readonly tested: number
  /** How many pairs passed; `pairs` are those with the highest leverage, highest first. */
  readonly found: number
  readonly pairs: readonly ProductAffinity[]
}

export type AffinityOptions = { readonly minimumTogether?: number; readonly falseDiscoveryRate?: number; readonly most?: number }

/**
 * Support, confidence, lift and leverage of two products with these counts. Support and confidence: Agrawal, Imielinski & Swami 1993; lift: Brin, Motwani,
 * Ullman & Tsur 1997 (there: interest); leverage: Piatetsky-Shapiro 1991. Zero where a count is zero. The lift's lower end takes `together` as a
 * Poisson number, which is wider than its true spread: lift x leastEvents(together) / together.
 * Example: of 9,465 baskets 318 with toast, 4,528 with coffee, 224 with both: support .023666, confidence .704403, lift 1.472431, at least 1.2859.
 */
export function describeTogether({ sets, countA, countB, together }: TogetherCounts) {
  const expected = sets > 0 ? (countA * countB) / sets : 0
  const support = sets > 0 ? together / sets : 0
  return {
    support,
    confidenceAB: countA > 0 ? together / countA : 0,
    confidenceBA: countB > 0 ? together / countB : 0,
    lift: expected > 0 ? together / expected : 0,
    leastLift: expected > 0 ? leastEvents(together) / expected : 0,
    leverage: sets > 0 ? support - expected / sets : 0,
  }
}

/**
 * Products that belong together: at least `minimumTogether` (5) sets with both, a lift whose 95% interval lies above 1, and more together than
 * chance explains after correction for all pairs that could have been found (Fisher's exact test with Benjamini & Hochberg 1995 at
 * `falseDiscoveryRate`, .05). The best `most` (200) by leverage; ties by index. Empty where nothing passes.
 * Example: the baskets of a bakery (9,465) have 62 such pairs of 2,775, coffee and cake (518 together) among them; coffee and bread (852) are not: less than by chance.
 */
export function findAffinities(sets: ProductSets, { minimumTogether = 5, falseDiscoveryRate = 0.05, most = 200 }: AffinityOptions = {}): Affinities {
  const { a, b, together, counts, setCount } = countPairs(sets, minimumTogether)
  const common = counts.reduce((sum, count) => sum + (count >= minimumTogether ? 1 : 0), 0)
  const tested = (common * Math.max(0, common - 1)) / 2
  const countsOf = (pair: number): TogetherCounts => ({ sets: setCount, countA: counts[a[pair]!]!, countB: counts[b[pair]!]!, together: together[pair]! })

  // A large shop has a million pairs to look at: columns and plain loops until only the best are left.
  const logs = logFactorials(setCount)
  const candidates = new Int32Array(a.length)
  const chances = new Float64Array(a.length)
  let candidateCount = 0
  for (let pair = 0; pair < a.length; pair++) {
    const expected = (counts[a[pair]!]! * counts[b[pair]!]!) / setCount
    if (leastEvents(together[pair]!) <= expected) continue
    candidates[candidateCount] = pair
    chances[candidateCount++] = chanceOfTogether(countsOf(pair), logs)
  }
  const limit = discoveryLimit(chances.subarray(0, candidateCount), tested, falseDiscoveryRate)
  const passed = candidates.subarray(0, candidateCount).filter((_, i) => chances[i]! <= limit)
  const beyondChance = new Float64Array(passed.length)
  for (let i = 0; i < passed.length; i++) {
    const pair = passed[i]!
    beyondChance[i] = together[pair]! - (counts[a[pair]!]! * counts[b[pair]!]!) / setCount
  }
  const lowest = beyondChance.toSorted().at(-most) ?? 0
  const best = Array.from(passed.filter((_, i) => beyondChance[i]! >= lowest))
  const pairs = best.map((pair): ProductAffinity => {
    const own = countsOf(pair)
    return { a: a[pair]!, b: b[pair]!, ...own, ...describeTogether(own), chance: chanceOfTogether(own, logs) }
  })
  return { sets: setCount, tested, found: passed.length, pairs: pairs.sort((x, y) => y.leverage - x.leverage || x.a - y.a || x.b - y.b).slice(0, most) }
}
