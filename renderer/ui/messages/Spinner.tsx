import { useTranslation } from 'react-i18next'
import styles from './Spinner.module.css'

/** Something is coming; long work shows a `Progress` instead. */
export function Spinner({ label }: { readonly label?: string }) {
  const { t } = useTranslation('frame')
  return <output className={styles.spinner}><span className={styles.dot} aria-hidden="true" />{label ?? t('loading')}</output>
}
