import { useTranslation } from 'react-i18next'
import type { BackTestReport } from '../../../shared/contract/forecast.ts'
import { useFormat } from '../../format.ts'
import { useSettings } from '../../frame/settings-store.ts'
import { Section } from '../../ui/layout/Page.tsx'
import { hiddenPeriods } from './report-words.ts'
import styles from './forecast.module.css'

/** What nobody should read in these tests. */
export function Limits({ report }: { readonly report: BackTestReport }) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const horizonMonths = useSettings((state) => state.settings.horizonMonths)
  return (
    <Section title={t('limits.title')}>
      <ul className={styles.list}>
        <li>{t('limits.estimate')}</li>
        <li>{t('limits.horizon', { hidden: hiddenPeriods(report, format), months: format.months(horizonMonths) })}</li>
        <li>{t('limits.newcomers')}</li>
      </ul>
    </Section>
  )
}
