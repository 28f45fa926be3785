import { useTranslation } from 'react-i18next'
import { Page } from '../ui/layout/Page.tsx'

export function CustomersScreen() {
  const { t } = useTranslation('frame')
  return <Page title={t('navigation.customers')}>{null}</Page>
}
