import { useTranslation } from 'react-i18next'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import styles from './SaveEverything.module.css'

/** The way out: what is in Stamgast is the owner's, in files that other programs read. */
export function SaveEverything() {
  const { t } = useTranslation('exports')
  return (
    <Section title={t('heading')} lead={t('lead')}>
      <div className={styles.tables}>
        <SaveTable table={{ kind: 'sales' }} label={t('sales')} />
        <SaveTable table={{ kind: 'products' }} label={t('products')} />
        <SaveTable table={{ kind: 'import-history' }} label={t('history')} />
      </div>
    </Section>
  )
}
