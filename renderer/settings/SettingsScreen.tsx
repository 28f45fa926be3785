import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/result.ts'
import { useSettings } from '../frame/settings-store.ts'
import { Page } from '../ui/layout/Page.tsx'
import { Notice } from '../ui/messages/Notice.tsx'
import { Spinner } from '../ui/messages/Spinner.tsx'
import { Button } from '../ui/controls/Button.tsx'
import { About } from './About.tsx'
import { BusinessSettings } from './BusinessSettings.tsx'
import { CalculationSettings } from './CalculationSettings.tsx'
import { WindowSettings } from './WindowSettings.tsx'
import styles from './settings.module.css'
import { useSaving } from './stores.ts'

/** Everything the owner can set. Each change is kept at once. */
export function SettingsScreen() {
  const { t } = useTranslation('settings')
  const status = useSettings((state) => state.status)
  const load = useSettings((state) => state.load)
  const saving = useSaving((state) => state.status)
  return (
    <Page title={t('title')} lead={t('autosave')} action={<output className={styles.saved}>{savingWords(saving, t('saving'), t('saved'))}</output>}>
      {status === 'loading' && <Spinner label={t('loading')} />}
      {status === 'failed' && <Notice kind="error" action={<Button onPress={() => void load()}>{t('retry')}</Button>}>{t('notLoaded')}</Notice>}
      {status === 'ready' && (
        <>
          <BusinessSettings />
          <CalculationSettings />
          <WindowSettings />
        </>
      )}
      <About />
    </Page>
  )
}

function savingWords(status: 'idle' | 'loading' | 'ready' | 'failed', saving: string, saved: string): string {
  switch (status) {
    case 'idle': case 'failed': return ''
    case 'loading': return saving
    case 'ready': return `✓ ${saved}`
    default: return assertNever(status)
  }
}
