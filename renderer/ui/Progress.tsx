import { ProgressBar } from 'react-aria-components'
import styles from './Progress.module.css'

type Props = {
  /** What is going on, in words; also what a screen reader calls the bar. */
  readonly label: string
  /** 0 to 1; `null` while it cannot be known. */
  readonly fraction: number | null
  /** How far, for instance rows and rows per second. */
  readonly detail?: string
}

/** Long work under way. The figures beside the bar are not read aloud at every change; the phase is. */
export function Progress({ label, fraction, detail }: Props) {
  const percentage = Math.round((fraction ?? 0) * 100)
  return (
    <ProgressBar className={styles.progress} value={percentage} isIndeterminate={fraction === null} aria-label={label}>
      <p className={styles.words}>
        <span aria-live="polite">{label}</span>
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </p>
      <div className={styles.track}>
        <div className={styles.done} data-unknown={fraction === null || undefined} style={fraction === null ? undefined : { inlineSize: `${percentage}%` }} />
      </div>
    </ProgressBar>
  )
}
