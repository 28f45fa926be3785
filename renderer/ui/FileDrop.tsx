import type { ReactNode } from 'react'
import styles from './FileDrop.module.css'

type Props = {
  readonly title: string
  readonly body: string
  /** The buttons that do the same without dragging. */
  readonly children: ReactNode
}

/** The calm place that says "drop it here". Dropping itself works on the whole window; this is where the eye goes. */
export function FileDrop({ title, body, children }: Props) {
  return (
    <div className={styles.target}>
      <svg className={styles.picture} viewBox="0 0 48 48" aria-hidden="true">
        <path d="M24 8v22M15 21l9 9 9-9M8 32v6a3 3 0 0 0 3 3h26a3 3 0 0 0 3-3v-6" />
      </svg>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
