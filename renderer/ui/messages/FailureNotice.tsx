import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../shared/result.ts'
import { failureText } from '../../frame/notices-store.ts'
import { Button } from '../controls/Button.tsx'
import { Notice } from './Notice.tsx'

type Props = { readonly error: Failure, readonly onRetry?: () => void }

/** What went wrong, in the place where the answer would have stood. */
export function FailureNotice({ error, onRetry }: Props) {
  const { t } = useTranslation('frame')
  return (
    <Notice kind="error" title={t('failed.title')} action={onRetry && <Button onPress={onRetry}>{t('tryAgain')}</Button>}>
      {failureText(error)}
    </Notice>
  )
}
