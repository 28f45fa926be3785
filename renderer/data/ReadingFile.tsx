import { useTranslation } from 'react-i18next'
import { failureText } from '../frame/notices-store.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Page } from '../ui/layout/Page.tsx'
import { Notice } from '../ui/messages/Notice.tsx'
import { Spinner } from '../ui/messages/Spinner.tsx'
import type { ImportFlow } from './import-state.ts'
import { useImport } from './stores.ts'
import { pickFiles } from './take-files.ts'

export function ReadingFile({ flow }: { readonly flow: Extract<ImportFlow, { status: 'loading' }> }) {
  const { t } = useTranslation('data')
  const close = useImport((state) => state.close)
  return (
    <Page title={t('title')}>
      <Spinner label={t('reading', { file: flow.picked.fileName })} />
      <div><Button onPress={() => void close()}>{t('preview.cancel')}</Button></div>
    </Page>
  )
}

export function UnreadableFile({ flow }: { readonly flow: Extract<ImportFlow, { status: 'failed' }> }) {
  const { t } = useTranslation('data')
  const close = useImport((state) => state.close)
  return (
    <Page
      title={t('failed.title', { file: flow.picked.fileName })}
      action={<Button variant="primary" onPress={() => void pickFiles()}>{t('failed.chooseAnother')}</Button>}
    >
      <Notice kind="error">{failureText(flow.error)}</Notice>
      <div><Button onPress={() => void close()}>{t('failed.close')}</Button></div>
    </Page>
  )
}
