import { useTranslation } from 'react-i18next'
import { Button } from '../ui/controls/Button.tsx'
import { Notice } from '../ui/messages/Notice.tsx'
import { useNotices } from './notices-store.ts'
import styles from './Toasts.module.css'

/** Messages about what just happened, in the corner; they stay until they are closed, or what they are about is left. */
export function Toasts() {
  const { t } = useTranslation('frame')
  const toasts = useNotices((state) => state.toasts)
  const dismiss = useNotices((state) => state.dismiss)
  return (
    <section className={styles.region} aria-label={t('notices')} aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={styles.toast} role={toast.kind === 'error' ? 'alert' : undefined}>
          <Notice
            kind={toast.kind}
            action={(
              <span className={styles.actions}>
                {toast.action && (
                  <Button
                    variant="quiet"
                    onPress={() => {
                      toast.action?.run()
                      dismiss(toast.id)
                    }}
                  >
                    {toast.action.label}
                  </Button>
                )}
                <Button variant="quiet" aria-label={`${t('close')}: ${toast.text}`} onPress={() => dismiss(toast.id)}>{t('close')}</Button>
              </span>
            )}
          >
            {toast.text}
          </Notice>
        </div>
      ))}
    </section>
  )
}
