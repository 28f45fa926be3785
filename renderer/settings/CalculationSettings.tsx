import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { Button } from '../ui/controls/Button.tsx'
import { NumberField } from '../ui/controls/NumberField.tsx'
import { Select } from '../ui/controls/Select.tsx'
import { Section } from '../ui/layout/Page.tsx'
import { horizonMonthsOptions } from './options.ts'
import styles from './settings.module.css'
import { useSaving, useWantedSettings } from './stores.ts'

const percent = { style: 'percent', maximumFractionDigits: 1 } as const
/** Half a percent: finer than anyone knows these figures. */
const percentStep = 0.005
const mostAnHour = 1000

export function CalculationSettings() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { contributionMarginRate, annualDiscountRate, horizonMonths, hourlyRateCents } = useWantedSettings()
  const change = useSaving((state) => state.change)
  const ahead = (months: number): string =>
    months % 12 === 0 ? t('calculation.horizonYears', { count: months / 12 }) : t('calculation.horizonMonths', { count: months })
  return (
    <Section title={t('calculation.title')}>
      <div className={styles.fields}>
        <div className={styles.field}>
          <NumberField
            label={t('calculation.margin')} description={t('calculation.marginHelp')} value={contributionMarginRate}
            min={0} max={1} step={percentStep} format={percent} onCommit={(rate) => void change({ contributionMarginRate: rate })}
          />
          {contributionMarginRate !== null && <Button variant="quiet" onPress={() => void change({ contributionMarginRate: null })}>{t('calculation.forgetMargin')}</Button>}
        </div>
        <NumberField
          label={t('calculation.discountRate')} description={t('calculation.discountRateHelp')} value={annualDiscountRate}
          min={0} max={1} step={percentStep} format={percent} onCommit={(rate) => void change({ annualDiscountRate: rate })}
        />
        <Select
          label={t('calculation.horizon')} description={t('calculation.horizonHelp')} value={String(horizonMonths)}
          options={horizonMonthsOptions(horizonMonths).map((months) => ({ value: String(months), label: ahead(months) }))}
          onChange={(months) => void change({ horizonMonths: Number(months) })}
        />
        <NumberField
          label={t('calculation.hourlyRate')} description={t('calculation.hourlyRateHelp')} value={hourlyRateCents / 100}
          min={0} max={mostAnHour} format={{ style: 'currency', currency: format.currency }}
          onCommit={(amount) => void change({ hourlyRateCents: Math.round(amount * 100) })}
        />
      </div>
    </Section>
  )
}
