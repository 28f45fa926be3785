import { cents, count, isoDay, share, z } from './schema.ts'

/** What the quality of the data is made of, in the order it is shown. */
export const qualityParts = ['identity', 'dates', 'refunds', 'duplicates', 'outliers', 'gaps', 'margin'] as const
export const qualityPart = z.enum(qualityParts)
export type QualityPart = z.infer<typeof qualityPart>

/** What was found; the amount is the money it touches, without a sign. */
export const qualityFinding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-customer'), orders: count, amountCents: cents }),
  /** Customers that may be the same person as another: what the owner is asked about as identity. */
  z.object({ kind: z.literal('probably-one'), customers: count }),
  z.object({ kind: z.literal('unusable-dates'), rows: count, amountCents: cents }),
  /** Dated after the day they were imported on. */
  z.object({ kind: z.literal('future-orders'), orders: count, amountCents: cents }),
  /** Nearly all orders on one day of the month: only the month is known, or day and month were read the wrong way round. */
  z.object({ kind: z.literal('one-day-of-month'), orders: count, dayOfMonth: count }),
  z.object({ kind: z.literal('unmatched-refunds'), orders: count, amountCents: cents }),
  z.object({ kind: z.literal('identical-lines'), orders: count, lines: count, amountCents: cents }),
  z.object({ kind: z.literal('equal-orders'), orders: count, betweenImports: count, amountCents: cents }),
  /** An order above `boundCents` is far beyond what this shop sells, and beyond what that customer buys. */
  z.object({ kind: z.literal('outlier-orders'), orders: count, amountCents: cents, boundCents: cents }),
  z.object({ kind: z.literal('gaps'), gaps: count, days: count }),
  z.object({ kind: z.literal('no-margin'), amountCents: cents, share }),
])
export type QualityFinding = z.infer<typeof qualityFinding>
export type FindingKind = QualityFinding['kind']

/** 0 to 100; `null` where the sales cannot tell. */
const score = z.number().int().min(0).max(100).nullable()
export const qualityPartReport = z.object({ part: qualityPart, score, weight: share, findings: z.array(qualityFinding) })
export type QualityPartReport = z.infer<typeof qualityPartReport>

/** What a repair leaves out. The last one takes the orders the owner chose. */
export const repairKinds = ['identical-lines', 'equal-orders', 'future-orders', 'outlier-orders'] as const
export const repairKind = z.enum(repairKinds)
export type RepairKind = z.infer<typeof repairKind>

export const repair = z.object({
  repairId: count,
  kind: repairKind,
  madeAt: z.string(),
  undoneAt: z.string().nullable(),
  /** What it left out when it was made. */
  orders: count,
  lines: count,
  amountCents: cents,
})
export type Repair = z.infer<typeof repair>

export const qualityReport = z.object({
  score,
  parts: z.array(qualityPartReport),
  /** Newest first; undone ones too. */
  repairs: z.array(repair),
})
export type QualityReport = z.infer<typeof qualityReport>

/** Kinds of findings that have orders, rows or stretches of days to show. */
export const shownFindings = [
  'no-customer', 'unusable-dates', 'future-orders', 'unmatched-refunds', 'identical-lines', 'equal-orders', 'outlier-orders', 'gaps',
] as const satisfies readonly FindingKind[]

export const qualityExample = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order'), orderId: count, orderKey: z.string(), orderedOn: isoDay, customer: z.string().nullable(),
    /** What it is about: the order, the lines left out, the part of a refund that fits nowhere. */
    amountCents: cents,
    fileName: z.string(),
    /** The order that it repeats. */
    sameAs: z.string().nullable(),
  }),
  z.object({ kind: z.literal('row'), fileName: z.string(), lineNumber: count, raw: z.string(), amountCents: cents.nullable() }),
  z.object({ kind: z.literal('gap'), from: isoDay, until: isoDay, days: count }),
])
export type QualityExample = z.infer<typeof qualityExample>

export const qualityChannels = {
  'quality:report': { request: z.object({}).strict(), response: qualityReport },
  'quality:repair': {
    request: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['identical-lines', 'equal-orders', 'future-orders']) }),
      z.object({ kind: z.literal('outlier-orders'), orderIds: z.array(count).min(1).max(500) }),
    ]),
    response: repair,
  },
  'quality:undo-repair': { request: z.object({ repairId: count }), response: repair },
  'quality:examples': {
    request: z.object({
      of: z.union([z.object({ finding: z.enum(shownFindings) }), z.object({ repairId: count })]),
      offset: count.default(0), limit: count.max(500).default(50),
    }),
    response: z.object({ examples: z.array(qualityExample), total: count }),
  },
}
