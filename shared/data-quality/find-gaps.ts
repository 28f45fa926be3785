/** Fewer days with sales, or a shorter history, show no rhythm. */
const FEWEST_SALE_DAYS = 10
const SHORTEST_HISTORY_DAYS = 60
/** Three weeks are an ordinary closing (the Dutch builders' holiday). Our own choice. */
const LONGEST_HOLIDAY_DAYS = 21
/** A silence stands out when chance would give fewer than this many as long in the whole history. */
const EXPECTED_BY_CHANCE = 0.01
const YEAR_DAYS = 365
/** A season's closing: the year before or after sells less than this part of the usual over the same days. */
const SEASON_PART = 0.25

/** Days without a sale: the first and the last of them, and how many. */
export type Gap = { readonly fromDay: number; readonly untilDay: number; readonly days: number }
export type Gaps = { readonly gaps: readonly Gap[]; readonly observedDays: number }

/**
 * Stretches without any sale that the shop's own rhythm does not explain: longer than three weeks, and so long that days with sales
 * falling at random, as often as they do in this history, would leave fewer than 0.01 such stretches in all of it (a geometric
 * waiting time; n days in a row are silent with chance (1 - p)^n). A closing of every year is no gap: the same days a year
 * earlier or later are nearly silent too. So a missing month between two full ones is found, a quiet month of a shop with one sale in two weeks is not.
 * `saleDays` are distinct day numbers, ascending. `null` where ten sale days or sixty days of history are not there.
 * Example: a sale on each day of January and March: one gap of the 28 days of February.
 */
export function findGaps(saleDays: Int32Array): Gaps | null {
  const first = saleDays[0]
  const last = saleDays.at(-1)
  if (first === undefined || last === undefined) return null
  const observedDays = last - first + 1
  if (saleDays.length < FEWEST_SALE_DAYS || observedDays < SHORTEST_HISTORY_DAYS) return null
  const perDay = saleDays.length / observedDays

  const salesWithin = (from: number, until: number) => saleDays.reduce((sum, day) => sum + (day >= from && day <= until ? 1 : 0), 0)
  const isSeason = ({ fromDay, untilDay, days }: Gap) => [-YEAR_DAYS, YEAR_DAYS].some((shift) =>
    fromDay + shift > first && untilDay + shift < last && salesWithin(fromDay + shift, untilDay + shift) < SEASON_PART * perDay * days)

  const gaps: Gap[] = []
  for (let i = 1; i < saleDays.length; i++) {
    const gap = { fromDay: saleDays[i - 1]! + 1, untilDay: saleDays[i]! - 1, days: saleDays[i]! - saleDays[i - 1]! - 1 }
    const isLong = gap.days > LONGEST_HOLIDAY_DAYS && saleDays.length * (1 - perDay) ** gap.days < EXPECTED_BY_CHANCE
    if (isLong && !isSeason(gap)) gaps.push(gap)
  }
  return { gaps, observedDays }
}
