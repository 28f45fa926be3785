import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Dialog } from '../ui/layout/Dialog.tsx'
import { useAnswer } from '../ui/use-answer.ts'

type Props = { readonly isOpen: boolean, readonly onClose: () => void }

export function AboutDialog({ isOpen, onClose }: Props) {
  const { t } = useTranslation('frame')
  const about = useAnswer('shell:about', isOpen ? {} : null)
  return (
    <Dialog
      title={t('aboutBox.title')} isOpen={isOpen} onClose={onClose}
      actions={(
        <>
          <Button onPress={() => void call('shell:open-logs', {})}>{t('aboutBox.logs')}</Button>
          <Button variant="primary" onPress={onClose}>{t('close')}</Button>
        </>
      )}
    >
      {about.value && <p>{t('aboutBox.version', { version: about.value.appVersion })}</p>}
      <p>{t('aboutBox.offline')}</p>
      {about.value && <p>{about.value.isStandIn ? t('aboutBox.standIn', { electron: about.value.electron }) : t('aboutBox.electron', { electron: about.value.electron })}</p>}
    </Dialog>
  )
}
