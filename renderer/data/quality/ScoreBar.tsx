import { useTranslation } from 'react-i18next'
import styles from './quality.module.css'

type Props = {
  /** Read out with the points; left out where the points stand next to it. */
  readonly label?: string
  readonly score: number
}

/** Points as a bar, zero at the left. */
export function ScoreBar({ label, score }: Props) {
  const { t } = useTranslation('quality')
  return (
    <div className={styles.bar}>
      {label !== undefined && <span className="visually-hidden">{t('bar', { part: label, score })}</span>}
      <span className={styles.filled} style={{ width: `${score}%` }} />
    </div>
  )
}
