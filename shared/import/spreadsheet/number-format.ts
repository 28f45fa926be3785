/** What a cell's number format makes of a number: a day, a time of the day, both, or just a number (`null`). */
export type DateKind = 'date' | 'time' | 'date-time' | null

/** Text between quotes, escaped and padding characters, colours, conditions and currencies: everything that stands for itself. */
const LITERAL = /"[^"]*"|\\.|[_*].|\[[^\]]*\]/gu
/** Hours, minutes or seconds that count on beyond a day are a length of time, not a moment. */
const DURATION = /\[(?:h+|m+|s+)\]/iu
/** No format that a program writes is longer; longer ones are not looked into. */
const MAX_LENGTH = 255

/**
 * The number formats that spreadsheets know by number only (ECMA-376 part 1, 18.8.30, with the East Asian ones that are dates in every language).
 * Example: `builtInDateKind(14)` is 'date', `builtInDateKind(2)` (0.00) is `null`.
 */
export function builtInDateKind(id: number): DateKind {
  if (id === 22) return 'date-time'
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'date'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 || id === 55 || id === 56) return 'time'
  return null
}

/**
 * Whether a custom number format shows dates or times: by the letters that are left of its first section (the one for positive numbers) once everything that
 * stands for itself is taken away. An `m` is a month unless only hours or seconds are near.
 *
 * Example: `dateKindOf('[$-413]d mmmm yyyy;@')` is 'date', `dateKindOf('h:mm')` 'time', `dateKindOf('#,##0.00 "dm"')` and `dateKindOf('[h]:mm')` `null`.
 */
export function dateKindOf(code: string): DateKind {
  if (code.length > MAX_LENGTH || DURATION.test(code)) return null
  const letters = (code.replaceAll(LITERAL, '').split(';')[0] ?? '').replaceAll(/general|am\/pm|a\/p/giu, '').toLowerCase()
  const time = /[hs]/u.test(letters)
  const date = /[dy]/u.test(letters) || (letters.includes('m') && !time)
  if (date) return time ? 'date-time' : 'date'
  return time ? 'time' : null
}
