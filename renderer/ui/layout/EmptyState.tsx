import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type Props = {
  readonly title: string
  /** What to do next, in a sentence or two. */
  readonly children: ReactNode
  /** The one next step, a `Button`. */
  readonly action?: ReactNode
}

/** Nothing here yet, and the one next step. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      <div className={styles.text}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
