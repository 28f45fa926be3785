/**
 * How every calculator treats bad input: what cannot be (a negative amount, a margin of 1.2, no number) is refused with a RangeError that
 * names the argument and says what is allowed; what can be but has no answer (no churn, no customers, no cost) comes back as `null` or a tag.
 */
const allowed = {
  'a number': () => true,
  'zero or more': (value: number) => value >= 0,
  'above zero': (value: number) => value > 0,
  'between 0 and 1': (value: number) => value >= 0 && value <= 1,
  'a whole number, zero or more': (value: number) => Number.isSafeInteger(value) && value >= 0,
} satisfies Record<string, (value: number) => boolean>

/**
 * Refuses what cannot be: throws a RangeError on the first value that is not finite or not as `rule` says. Returns nothing.
 * Example: `check('between 0 and 1', { marginRate: 1.2 })` throws "marginRate must be between 0 and 1, not 1.2".
 */
export function check(rule: keyof typeof allowed, values: Readonly<Record<string, number>>): void {
  for (const [argument, value] of Object.entries(values)) {
    if (!Number.isFinite(value) || !allowed[rule](value)) throw new RangeError(`${argument} must be ${rule}, not ${value}`)
  }
}
