/** Where history is cut for a back-test: up to and including `day` is known, the `days` after it are forecast. */
export type Origin = { readonly day: number; readonly days: number }

/** Shares of the history that are known at each origin; everything after is forecast (rolling origins; Tashman 2000). */
const KNOWN_SHARES = [1 / 2, 2 / 3, 3 / 4] as const
/** A test of under two weeks says nothing. */
const SHORTEST_TEST_DAYS = 14

/**
 * The origins of a history from `firstDay` up to and including `lastDay` (day numbers), earliest first: half, two thirds and three quarters of it
 * are known, and all that came later is forecast. An origin with under two weeks to forecast is left out; a history under four weeks has none.
 * Example: days 0 to 272 give origins on days 136, 181 and 204.
 */
export function backTestOrigins(firstDay: number, lastDay: number): Origin[] {
  const span = lastDay - firstDay
  return KNOWN_SHARES.map((share) => firstDay + Math.round(share * span))
    .map((day) => ({ day, days: lastDay - day }))
    .filter(({ days }) => days >= SHORTEST_TEST_DAYS)
}
