const EVERY_MS = 100
const EVERY_FRACTION = 0.05

/** How often progress is worth telling: ten times a second, and at every twentieth part however fast it goes. */
export function progressPace(): (now: number, fraction: number | null) => boolean {
  let toldAt = -Infinity
  let toldFraction = -Infinity
  return (now, fraction) => {
    if (now - toldAt < EVERY_MS && (fraction ?? 0) - toldFraction < EVERY_FRACTION) return false
    toldAt = now
    toldFraction = fraction ?? 0
    return true
  }
}
