import type { ReadingPlan } from '../reading-plan.ts'

/** How a file was read, kept with its import: enough to read a row of it once more. */
export type Reading = {
  readonly plan: ReadingPlan
  /** What the columns are called; their numbers where the file names none. */
  readonly columnNames: readonly string[]
}

type WrittenPattern = { readonly pattern: string; readonly flags: string }

/** A reading as text, its patterns included, which JSON by itself would lose. `readingOf(textOfReading(reading))` equals `reading`. */
export function textOfReading(reading: Reading): string {
  return JSON.stringify(reading, (_key, value: unknown) => (value instanceof RegExp ? { pattern: value.source, flags: value.flags } satisfies WrittenPattern : value))
}

/** The reading that `textOfReading` wrote. */
export function readingOf(text: string): Reading {
  return JSON.parse(text, (_key, value: unknown) => (isPattern(value) ? new RegExp(value.pattern, value.flags) : value)) as Reading
}

function isPattern(value: unknown): value is WrittenPattern {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value && typeof value.pattern === 'string' && typeof value.flags === 'string'
}

/** Tells files of one source, read in the same way, from others: the same row means the same in them. */
export function sourceOf({ plan, columnNames }: Reading): string {
  return JSON.stringify([columnNames, Object.entries(plan.columns).sort(([one], [other]) => (one < other ? -1 : 1))])
}
