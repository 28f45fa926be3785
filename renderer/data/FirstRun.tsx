import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../frame/workspace-store.ts'
import { Button } from '../ui/controls/Button.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Page } from '../ui/layout/Page.tsx'
import { pickFiles } from './take-files.ts'
import styles from './data.module.css'

/** Nothing here yet: drop a file, choose one, or look around first. */
export function FirstRun() {
  const { t } = useTranslation(['data', 'source'])
  const isSwitching = useWorkspace((state) => state.isSwitching)
  const openSample = useWorkspace((state) => state.openSample)
  return (
    <Page title={t('first.pageTitle')} lead={t('first.pageLead')}>
      <FileDrop title={t('first.title')} body={t('first.body')}>
        <Button variant="primary" onPress={() => void pickFiles()}>{t('first.choose')}</Button>
        <Button onPress={() => void pickFiles('import-folder')}>{t('source:folder')}</Button>
        <Button isDisabled={isSwitching} onPress={() => void openSample()}>{isSwitching ? t('first.opening') : t('first.sample')}</Button>
      </FileDrop>
      <div className={styles.quiet}>
        <p>{t('first.local')}</p>
        <p>{t('first.sampleHelp')}</p>
      </div>
    </Page>
  )
}
