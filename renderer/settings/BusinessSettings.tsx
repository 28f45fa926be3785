import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../frame/settings-store.ts'
import { Select } from '../ui/controls/Select.tsx'
import { TextField } from '../ui/controls/TextField.tsx'
import { Section } from '../ui/layout/Page.tsx'
import { currencyOptions } from './options.ts'
import styles from './settings.module.css'
import { useSaving, useWantedSettings } from './stores.ts'

const longestName = 200

export function BusinessSettings() {
  const { t } = useTranslation('settings')
  const { businessName, currency } = useWantedSettings()
  const language = useSettings((state) => state.language)
  const change = useSaving((state) => state.change)
  const [name, setName] = useState(businessName)
  const keepName = (): void => void change({ businessName: name.trim() })
  return (
    <Section title={t('business.title')}>
      <div className={styles.fields}>
        <TextField
          label={t('business.name')} description={t('business.nameHelp')} value={name} maxLength={longestName}
          onChange={setName} onBlur={keepName} onKeyDown={({ key }) => { if (key === 'Enter') keepName() }}
        />
        <Select
          label={t('business.currency')} description={t('business.currencyHelp')} value={currency}
          options={currencyOptions(currency, language)} onChange={(chosen) => void change({ currency: chosen })}
        />
      </div>
    </Section>
  )
}
