import type { ReactNode } from 'react'
import styles from './KeyFigure.module.css'

type Props = {
  readonly label: string
  readonly value: ReactNode
  /** The exact cents, shown on demand. */
  readonly exact?: string
  /** Stands next to the value: "probably € 1.200 to € 5.900". */
  readonly range?: ReactNode
  /** One more sentence. */
  readonly note?: ReactNode
  /** An `Explain`. */
  readonly explain?: ReactNode
  readonly tone?: 'plain' | 'gain' | 'loss'
}

/** One figure of a row of them; put several in `KeyFigures`. */
export function KeyFigure({ label, value, exact, range, note, explain, tone = 'plain' }: Props) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.body}>
        <span className={`${styles.value} ${styles[tone]}`} {...(exact ? { title: exact } : {})}>{value}</span>
        {range && <span className={styles.range}>{range}</span>}
        {note && <span className={styles.note}>{note}</span>}
        {explain}
      </dd>
    </div>
  )
}

export function KeyFigures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.row}>{children}</dl>
}
