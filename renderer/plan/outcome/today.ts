const MILLISECONDS_PER_DAY = 86_400_000

/** The day it is on this computer, as a day number. */
export function today(): number {
  const now = new Date()
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS_PER_DAY)
}
