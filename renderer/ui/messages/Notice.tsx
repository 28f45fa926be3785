import type { ReactNode } from 'react'
import type { NoticeKind } from '../../frame/notices-store.ts'
import styles from './Notice.module.css'

type Props = {
  readonly kind?: NoticeKind
  readonly title?: string
  readonly children: ReactNode
  readonly action?: ReactNode
}

const marks = { info: 'i', warning: '!', error: '×', success: '✓' } as const

/** Something to know, inside a page. It does not announce itself: what happens suddenly is a toast (`notify`). */
export function Notice({ kind = 'info', title, children, action }: Props) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`}>
      <span className={styles.mark} aria-hidden="true">{marks[kind]}</span>
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        <div>{children}</div>
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
