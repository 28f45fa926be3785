import { useEffect, useRef, type ReactNode } from 'react'
import styles from './Page.module.css'

type PageProps = {
  readonly title: string
  /** One sentence under the title. */
  readonly lead?: ReactNode
  /** Stands above the title: the way back. */
  readonly back?: ReactNode
  /** The one primary action. */
  readonly action?: ReactNode
  readonly children: ReactNode
  /** As wide as the window, for tables and plans; text pages keep a readable width. */
  readonly isWide?: boolean
  /** As high as the window at least, so that a table in it can take what is left. */
  readonly isFull?: boolean
  /** Puts the keyboard on the title when the page appears, for pages one walks into; unless it is on something of the page by then. */
  readonly takesFocus?: boolean
}

/** A screen: one title, at most one primary action. */
export function Page({ title, lead, back, action, children, isWide = false, isFull = false, takesFocus = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!takesFocus || !heading.current || heading.current.closest('article')?.contains(document.activeElement)) return
    heading.current.focus()
    heading.current.closest('main')?.scrollTo({ top: 0 })
  }, [takesFocus])
  return (
    <article className={`${styles.page} ${isWide ? styles.wide : ''} ${isFull ? styles.full : ''}`}>
      {back && <div>{back}</div>}
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {action && <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </article>
  )
}

type SectionProps = {
  readonly title: string
  readonly children: ReactNode
  readonly lead?: ReactNode
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode
}

/** A part of a page under a hairline and its own heading. */
export function Section({ title, lead, aside, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <header className={styles.sectionHeader}>
        <h2>{title}</h2>
        {aside && <div>{aside}</div>}
      </header>
      {lead && <p className={styles.sectionLead}>{lead}</p>}
      {children}
    </section>
  )
}
