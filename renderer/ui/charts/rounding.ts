/**
 * The step to which people round an amount they say, in cents: ten cents below ten euros, whole euros below a hundred, fives below a
 * thousand, from there three figures. It is the step of `roundAsSaid`; amounts that are added up on screen all take the step
 * of the largest.
 */
export function roundingStep(largestCents: number): number {
  const size = Math.abs(largestCents)
  if (!(size >= 1000)) return 10
  if (size < 10_000) return 100
  if (size < 100_000) return 500
  return 10 ** (Math.floor(Math.log10(size)) - 2)
}

export function roundTo(cents: number, step: number): number {
  // Without the zero a small loss would be written as minus nothing.
  return Math.round(cents / step) * step || 0
}
