import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/controls/Button.tsx'
import { useCustomers } from '../customers-store.ts'
import styles from './forecast.module.css'

/** The way to the page that tells how good the forecast is; the keyboard comes back to it. */
export function ForecastLink() {
  const { t } = useTranslation('forecast')
  const seeForecast = useCustomers((state) => state.seeForecast)
  const isBack = useCustomers((state) => state.cameBackFrom === 'forecast')
  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the keyboard returns to where it was
  return <span className={styles.link}><Button variant="quiet" autoFocus={isBack} onPress={seeForecast}>{t('title')}</Button></span>
}
