export type Range = { readonly low: number; readonly high: number }
/** Spend more on it, or less. */
export type BudgetShift = 'more' | 'less'

/**
 * In which direction money would move between channels (C19), from the range of value per euro spent of each; `null` where that is not known, or where there are too
 * few customers to judge by. More where a range lies wholly above that of another channel and below none; less the other way round; `null` for who is in the middle or overlaps
 * with all. Two 95% ranges that do not overlap are more than 2.77 standard errors of their difference apart where they are equally wide (Schenker & Gentleman 2001, "On judging
 * the significance of differences"): by luck about once in 180 pairs, which leaves room for comparing several channels. Only a direction: what the next
 * euro brings is not what the average euro brought.
 * Example: 1 to 2, 3 to 4 and nothing known: less, more and `null`.
 */
export function budgetShifts(ranges: readonly (Range | null)[]): (BudgetShift | null)[] {
  const known = ranges.filter((range) => range !== null)
  // Above another is above the one that ends first; so no pairs have to be looked at.
  const lowestEnd = Math.min(...known.map(({ high }) => high))
  const highestStart = Math.max(...known.map(({ low }) => low))
  return ranges.map((range) => {
    if (range === null) return null
    const isAbove = range.low > lowestEnd
    const isBelow = range.high < highestStart
    if (isAbove === isBelow) return null
    return isAbove ? 'more' : 'less'
  })
}
