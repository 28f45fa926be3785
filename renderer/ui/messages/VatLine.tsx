import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../frame/workspace-store.ts'
import styles from './VatLine.module.css'

/** Says where amounts are without VAT; where nobody said so of any import, they are as they stand. */
export function VatLine() {
  const { t } = useTranslation('source')
  const vat = useWorkspace((state) => state.info?.vat)
  return vat === 'without' || vat === 'partly' ? <p className={styles.vat}>{t(`vat.figures.${vat}`)}</p> : null
}
