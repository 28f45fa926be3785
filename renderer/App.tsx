import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { I18nProvider } from 'react-aria-components'
import styles from './App.module.css'
import { DropTarget } from './data/DropTarget.tsx'
import { useFormat } from './format.ts'
import { AboutDialog } from './frame/AboutDialog.tsx'
import { Banners } from './frame/Banners.tsx'
import { ErrorBoundary } from './frame/ErrorBoundary.tsx'
import { useRoute } from './frame/route-store.ts'
import { CurrentScreen } from './frame/screens.tsx'
import { Toasts } from './frame/Toasts.tsx'
import { TopNavigation } from './frame/TopNavigation.tsx'
import { useWindowEvents } from './frame/use-window-events.ts'
import { useWorkspace } from './frame/workspace-store.ts'
import { Spinner } from './ui/messages/Spinner.tsx'

/** The frame: navigation, what holds for the whole window, and the screen that is open. */
export function App() {
  return <ErrorBoundary isWindow><Frame /></ErrorBoundary>
}

function Frame() {
  const { t } = useTranslation('frame')
  const { locale } = useFormat()
  const { isAboutOpen, closeAbout } = useWindowEvents()
  const screen = useRoute((state) => state.screen)
  const isLoading = useWorkspace((state) => state.status === 'loading')
  const shop = useWorkspace((state) => state.info?.kind)

  const waiting = <div className={styles.loading}><Spinner /></div>

  return (
    <I18nProvider locale={locale}>
      <div className={styles.window}>
        <a className={styles.skip} href="#page">{t('skip')}</a>
        <TopNavigation />
        <Banners />
        {/* Another shop is another world: no screen keeps anything of the former one. */}
        <main key={`${screen} ${shop}`} id="page" className={styles.main} tabIndex={-1}>
          <ErrorBoundary>
            {isLoading ? waiting : <Suspense fallback={waiting}><CurrentScreen screen={screen} /></Suspense>}
          </ErrorBoundary>
        </main>
        <DropTarget />
        <Toasts />
        <AboutDialog isOpen={isAboutOpen} onClose={closeAbout} />
      </div>
    </I18nProvider>
  )
}
