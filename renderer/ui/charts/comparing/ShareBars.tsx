import styles from './ShareBars.module.css'
import { niceTicks } from '../nice-ticks.ts'

type Bar = {
  readonly id: string
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  /** Filled where the others are hollow. */
  readonly isStrong: boolean
}
type Props = {
  readonly bars: readonly Bar[]
  /** A share to hold them against, with its words. */
  readonly reference: { readonly share: number, readonly words: string }
  readonly formatShare: (share: number) => string
}

/** Shares as bars from zero, each with its name and its figure, and one line through all of them to compare with. */
export function ShareBars({ bars, reference, formatShare }: Props) {
  const end = niceTicks(0, Math.max(reference.share, ...bars.map(({ share }) => share)), 5).at(-1) ?? 1
  const at = (share: number) => `${(100 * share) / end}%`
  return (
    <div className={styles.bars}>
      <ul className={styles.bars}>
        {bars.map(({ id, name, share, isStrong }) => (
          <li key={id} className={`${styles.bar} ${isStrong ? styles.strong : ''}`}>
            <span>{name}</span>
            <span className={styles.share}>{formatShare(share)}</span>
            <span className={styles.field} aria-hidden="true">
              <span className={styles.fill} style={{ width: at(share) }} />
              <span className={styles.line} style={{ left: at(reference.share) }} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.reference}><span className={styles.words}><span style={{ left: at(reference.share) }}>{reference.words}</span></span></p>
    </div>
  )
}
