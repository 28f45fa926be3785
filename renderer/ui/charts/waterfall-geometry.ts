import { roundingStep, roundTo } from './rounding.ts'

/** One amount of the waterfall; a total starts at zero again. Amounts in cents, costs negative. */
export type WaterfallPart<Id extends string = string> = {
  readonly id: Id
  readonly cents: number
  readonly p10: number
  readonly p90: number
  readonly isTotal: boolean
}

/** Where a part is drawn: shares, 0 to 1, of the width. */
export type WaterfallBar<Id extends string = string> = WaterfallPart<Id> & {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
  /** What the owner reads; the parts before a total add up to it as read. */
  readonly shownCents: number
}

const stepOf = (parts: readonly WaterfallPart[]) => roundingStep(Math.max(...parts.map((part) => Math.abs(part.cents)), 0))

/**
 * Places the parts of a waterfall on one scale that always holds zero, the bars and their whiskers. Each part starts where
 * the former ended. A part is shown as the difference of two rounded running totals, so rounding to `step` (in cents)
 * never breaks the sum.
 */
export function waterfallGeometry<Id extends string>(parts: readonly WaterfallPart<Id>[], step = stepOf(parts)): { zero: number; bars: WaterfallBar<Id>[] } {
  let running = 0
  const placed = parts.map((part) => {
    const start = part.isTotal ? 0 : running
    const end = start + part.cents
    running = part.isTotal ? running : end
    return { part, start, end, low: start + part.p10, high: start + part.p90 }
  })
  const edges = placed.flatMap(({ start, end, low, high }) => [start, end, low, high])
  const least = Math.min(0, ...edges)
  const most = Math.max(0, ...edges)
  const width = most - least
  const at = (cents: number) => (width === 0 ? 0 : (cents - least) / width)
  const bars = placed.map(({ part, start, end, low, high }) => ({
    ...part,
    start: at(start),
    end: at(end),
    low: at(low),
    high: at(high),
    shownCents: roundTo(end, step) - roundTo(start, step),
  }))
  return { zero: at(0), bars }
}
