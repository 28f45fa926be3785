import { useTranslation } from 'react-i18next'
import { languages } from '../../shared/i18n/index.ts'
import { useSettings } from '../frame/settings-store.ts'
import { Select } from '../ui/controls/Select.tsx'
import { Section } from '../ui/layout/Page.tsx'
import styles from './settings.module.css'
import { useSaving, useWantedSettings } from './stores.ts'

const themes = ['system', 'light', 'dark'] as const

export function WindowSettings() {
  const { t } = useTranslation('settings')
  const wanted = useWantedSettings()
  const spoken = useSettings((state) => state.language)
  const language = wanted.language ?? spoken
  const change = useSaving((state) => state.change)
  return (
    <Section title={t('window.title')}>
      <div className={styles.fields}>
        <Select
          label={t('window.language')} description={t('window.languageHelp')} value={language}
          options={languages.map((value) => ({ value, label: t(`window.languages.${value}`) }))} onChange={(chosen) => void change({ language: chosen })}
        />
        <Select
          label={t('window.theme')} description={t('window.themeHelp')} value={wanted.theme}
          options={themes.map((value) => ({ value, label: t(`window.themes.${value}`) }))} onChange={(chosen) => void change({ theme: chosen })}
        />
      </div>
    </Section>
  )
}
