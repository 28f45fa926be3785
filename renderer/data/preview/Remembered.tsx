import { useTranslation } from 'react-i18next'
import type { FilePreview } from '../../../shared/contract/data.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { useImport } from '../stores.ts'

/** What was taken over from an earlier file of the same source, and the way out of it. */
export function Remembered({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const startAnew = useImport((state) => state.startAnew)
  if (preview.remembered.length === 0) return null
  const what = format.list(preview.remembered.map((name) => t(`remembered.what.${name}`)))
  return (
    <Notice title={t('remembered.title')} action={<Button onPress={() => void startAnew()}>{t('remembered.afresh')}</Button>}>
      {t('remembered.body', { what })}
    </Notice>
  )
}
