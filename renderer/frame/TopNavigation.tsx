import { useTranslation } from 'react-i18next'
import { screenNames, useRoute } from './route-store.ts'
import { useSettings } from './settings-store.ts'
import styles from './TopNavigation.module.css'

export function TopNavigation() {
  const { t } = useTranslation('frame')
  const screen = useRoute((state) => state.screen)
  const goTo = useRoute((state) => state.goTo)
  const businessName = useSettings((state) => state.settings.businessName)
  return (
    <header className={styles.bar}>
      <nav aria-label={t('navigation.label')}>
        <ul className={styles.list}>
          {screenNames.map((screenName, index) => (
            <li key={screenName}>
              <button
                type="button" className={styles.link} aria-keyshortcuts={`Control+${index + 1}`}
                aria-current={screen === screenName ? 'page' : undefined} onClick={() => goTo(screenName)}
              >
                {t(`navigation.${screenName}`)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <span className={styles.shop}>{businessName || 'Stamgast'}</span>
    </header>
  )
}
