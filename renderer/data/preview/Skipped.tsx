import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import styles from '../data.module.css'
import { useImport } from '../stores.ts'

const NAMED = 5

/** What lay beside the sales files in a folder or a zip file. */
export function Skipped() {
  const { t } = useTranslation('source')
  const format = useFormat()
  const skipped = useImport((state) => state.skipped)
  if (skipped.length === 0) return null
  const rest = skipped.length - NAMED
  const files = rest > 0 ? t('andMore', { files: skipped.slice(0, NAMED).join(', '), count: rest }) : format.list(skipped)
  return <p className={styles.quiet}>{t('skipped', { count: skipped.length, files })}</p>
}
