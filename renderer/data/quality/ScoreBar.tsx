import { useTranslation } from 'react-i18next'
import styles from './quality.module.css'

type Props = { readonly label: string; readonly score: number }

/** A part's points as a bar, zero at the left; read out as words. */
export function ScoreBar({ label, score }: Props) {
  const { t } = useTranslation('quality')
  return (
    <div className={styles.bar}>
      <span className="visually-hidden">{t('bar', { part: label, score })}</span>
      <span className={styles.filled} style={{ width: `${score}%` }} />
    </div>
  )
}
