import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { notifyFailure } from '../frame/notices-store.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Section } from '../ui/layout/Page.tsx'
import { useAnswer } from '../ui/use-answer.ts'
import styles from './settings.module.css'

async function openLogs(): Promise<void> {
  const answer = await call('shell:open-logs', {})
  if (!answer.ok) notifyFailure(answer.error)
}

export function About() {
  const { t } = useTranslation('settings')
  const { value: about } = useAnswer('shell:about', {})
  return (
    <Section title={t('about.title')}>
      <div className={styles.stack}>
        {about && (
          <p>
            {t('about.version', { version: about.appVersion })}{'. '}
            {about.isStandIn ? t('about.standIn', { version: about.electron }) : t('about.electron', { version: about.electron })}
          </p>
        )}
        <p>{t('about.offline')}</p>
        <Button onPress={() => void openLogs()}>{t('about.logs')}</Button>
        <p className={styles.help}>{t('about.logsHelp')}</p>
      </div>
    </Section>
  )
}
