import type { QualityFinding, QualityPart, QualityPartReport, QualityReport } from '../contract/quality.ts'
import { qualityParts } from '../contract/quality.ts'
import type { QualityFacts } from './quality-facts.ts'

/**
 * How much each part weighs, together 1. Without knowing who bought there is no customer value at all, so that weighs most. What counts
 * double, or is dated wrongly, makes regulars and lapsed customers that do not exist. Without a margin the ranking is by revenue.
 * Refunds and gaps touch some customers; a large order is usually real. Our own choice.
 */
export const qualityWeights: Readonly<Record<QualityPart, number>> = {
  identity: 0.3, dates: 0.15, refunds: 0.1, duplicates: 0.15, outliers: 0.05, gaps: 0.1, margin: 0.15,
}

/**
 * The share of the sales (of rows, of days) at which nothing of a part's score is left. Half of it in doubt costs half the points. A tenth of the
 * revenue counted double, or given back for nothing known, moves more than most strategies do; a fifth of the dates or a quarter
 * of the days missing hides when customers came back. Our own choice.
 */
const worstShare = { dates: 0.2, refunds: 0.1, duplicates: 0.1, outliers: 0.5, gaps: 0.25 } as const

/** One date in the future moves the end of the data, and with it how long ago everybody bought; dates that only know the month are as bad. */
const MOST_WITH_WRONG_DATES = 0.5
const FEWEST_MONTHS = 3
const FEWEST_ORDERS = 20
const NEARLY_ALL = 0.9

const shareOf = (part: number, whole: number) => whole > 0 ? Math.min(1, part / whole) : 0
const goodness = (bad: number, worst: number) => Math.max(0, 1 - bad / worst)

export function isOnOneDayOfMonth({ commonestDay, orders }: Pick<QualityFacts, 'commonestDay' | 'orders'>): boolean {
  return commonestDay.months >= FEWEST_MONTHS && orders >= FEWEST_ORDERS && commonestDay.orders >= NEARLY_ALL * orders
}

/** From 0 to 1; `null` where the sales cannot tell. */
const rules: { readonly [Part in QualityPart]: (facts: QualityFacts) => number | null } = {
  identity: ({ withoutCustomer, salesCents, probablyOne, customers }) =>
    (1 - shareOf(withoutCustomer.amountCents, salesCents)) * (1 - shareOf(probablyOne, customers)),
  dates(facts) {
    const { unusableDates, future, lines, orders } = facts
    const bad = shareOf(unusableDates.rows, lines + unusableDates.rows) + shareOf(future.orders, orders)
    const most = future.orders > 0 || isOnOneDayOfMonth(facts) ? MOST_WITH_WRONG_DATES : 1
    return Math.min(most, goodness(bad, worstShare.dates))
  },
  refunds: ({ unmatchedRefunds, salesCents }) => unmatchedRefunds && goodness(shareOf(unmatchedRefunds.amountCents, salesCents), worstShare.refunds),
  // Two imports do not sell the same twice; within one import someone may really have bought it twice, so that counts half.
  duplicates({ identicalLines, equalOrders, salesCents }) {
    const { betweenImports } = equalOrders
    const doubtful = identicalLines.amountCents + equalOrders.amountCents - betweenImports.amountCents
    return goodness(shareOf(betweenImports.amountCents + doubtful / 2, salesCents), worstShare.duplicates)
  },
  outliers: ({ outliers, salesCents }) => outliers && goodness(shareOf(outliers.amountCents, salesCents), worstShare.outliers),
  gaps: ({ gaps }) => gaps && goodness(shareOf(gaps.days, gaps.observedDays), worstShare.gaps),
  margin: ({ marginKnownShare }) => marginKnownShare,
}

/** What was found, most weighty first; nothing where all is well. */
function findingsOf(part: QualityPart, facts: QualityFacts): QualityFinding[] {
  const { withoutCustomer, unusableDates, future, commonestDay, unmatchedRefunds, identicalLines, equalOrders, outliers, gaps } = facts
  const found: Readonly<Record<QualityPart, readonly (QualityFinding | false | null)[]>> = {
    identity: [
      withoutCustomer.orders > 0 && { kind: 'no-customer', ...withoutCustomer },
      facts.probablyOne > 0 && { kind: 'probably-one', customers: facts.probablyOne },
    ],
    dates: [
      future.orders > 0 && { kind: 'future-orders', ...future },
      unusableDates.rows > 0 && { kind: 'unusable-dates', ...unusableDates },
      isOnOneDayOfMonth(facts) && { kind: 'one-day-of-month', orders: commonestDay.orders, dayOfMonth: commonestDay.dayOfMonth },
    ],
    refunds: [unmatchedRefunds && unmatchedRefunds.orders > 0 && { kind: 'unmatched-refunds', ...unmatchedRefunds }],
    duplicates: [
      equalOrders.orders > 0 && { kind: 'equal-orders', orders: equalOrders.orders, amountCents: equalOrders.amountCents, betweenImports: equalOrders.betweenImports.orders },
      identicalLines.lines > 0 && { kind: 'identical-lines', ...identicalLines },
    ],
    outliers: [outliers && outliers.orders > 0 && { kind: 'outlier-orders', ...outliers }],
    gaps: [gaps && gaps.gaps > 0 && { kind: 'gaps', gaps: gaps.gaps, days: gaps.days }],
    margin: [facts.marginKnownShare < 1 && { kind: 'no-margin', share: 1 - facts.marginKnownShare, amountCents: Math.round(facts.salesCents * (1 - facts.marginKnownShare)) }],
  }
  return found[part].filter((finding) => finding !== false && finding !== null)
}

/** In whole points; 100 only where nothing at all was found. */
function points(goodShare: number, findings: readonly QualityFinding[]): number {
  return Math.min(findings.length > 0 ? 99 : 100, Math.round(100 * goodShare))
}

/**
 * How far the sales can be trusted: per part 0 to 100 with what was found, and their weighted mean over the parts that can be told. Worse
 * facts never give a higher score. Without any sale nothing can be told: every score is `null` and nothing is found.
 * Example: half of the revenue without a customer, no margin, all else well: identity 50, margin 0, overall 70.
 */
export function scoreQuality(facts: QualityFacts): Omit<QualityReport, 'repairs'> {
  const parts = qualityParts.map((part): QualityPartReport => {
    const goodShare = facts.salesCents > 0 ? rules[part](facts) : null
    const findings = facts.salesCents > 0 ? findingsOf(part, facts) : []
    return { part, weight: qualityWeights[part], score: goodShare === null ? null : points(goodShare, findings), findings }
  })
  const told = parts.filter((part) => part.score !== null)
  const weight = told.reduce((sum, part) => sum + part.weight, 0)
  const score = weight > 0 ? Math.floor(told.reduce((sum, part) => sum + part.weight * (part.score ?? 0), 0) / weight + 1e-9) : null
  return { score, parts }
}
