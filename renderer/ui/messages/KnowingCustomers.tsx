import { useTranslation } from 'react-i18next'
import styles from './KnowingCustomers.module.css'

const tips = ['export', 'ask', 'signUp', 'fair'] as const

/** How a shop that does not know who buys can start to (S28). */
export function KnowingCustomers() {
  const { t } = useTranslation('identity')
  return (
    <div className={styles.knowing}>
      <p className={styles.how}>{t('knowing.how')}</p>
      <ul className={styles.tips}>{tips.map((tip) => <li key={tip}>{t(`knowing.tips.${tip}`)}</li>)}</ul>
    </div>
  )
}
