import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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
  /** Puts "about" before the value. */
  readonly isAbout?: boolean
}

/** One figure of a row of them; put several in `KeyFigures`. */
export function KeyFigure({ label, value, exact, range, note, explain, tone = 'plain', isAbout = false }: Props) {
  const { t } = useTranslation('frame')
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.body}>
        <span className={`${styles.value} ${styles[tone]}`} {...(exact ? { title: exact } : {})}>{isAbout && <span className={styles.about}>{t('aboutWord')} </span>}{value}</span>
        {range && <span className={styles.range}>{range}</span>}
        {note && <span className={styles.note}>{note}</span>}
        {explain}
      </dd>
    </div>
  )
}

/** A row of figures, at most `most` beside each other. */
export function KeyFigures({ children, most = 4 }: { readonly children: ReactNode, readonly most?: 3 | 4 }) {
  return <dl className={`${styles.row} ${most === 3 ? styles.three : ''}`}>{children}</dl>
}
