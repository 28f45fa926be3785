import styles from './revenue.module.css'

/** An amount as a bar, zero at the left; the amount itself stands next to it. */
export function RevenueBar({ cents, maxCents }: { readonly cents: number; readonly maxCents: number }) {
  const width = maxCents > 0 ? Math.min(100, Math.max(0, (cents / maxCents) * 100)) : 0
  return <div className={styles.bar} aria-hidden="true"><span className={styles.filled} style={{ width: `${width}%` }} /></div>
}
