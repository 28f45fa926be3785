import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/result.ts'
import { useRoute } from '../frame/route-store.ts'
import { useWorkspace } from '../frame/workspace-store.ts'
import { SubNavigation } from '../ui/layout/SubNavigation.tsx'
import { BatchesPage } from './batches/BatchesPage.tsx'
import { IdentityPage } from './identity/IdentityPage.tsx'
import { KnownPage } from './records/KnownPage.tsx'
import { QualityPage } from './quality/QualityPage.tsx'
import { RevenuePage } from './revenue/RevenuePage.tsx'
import { type DataPage, dataPages, useDataPage } from './pages-store.ts'

/** Everything about the data that is in; with nothing imported yet there is only one page to be on. */
export function DataPages() {
  const { t } = useTranslation('data')
  const page = useDataPage((state) => state.page)
  const goTo = useDataPage((state) => state.goTo)
  const hasImports = useWorkspace((state) => (state.info?.batches ?? 0) > 0)
  const wantsRevenue = useRoute((state) => state.wantsRevenue)
  useEffect(() => { if (wantsRevenue) goTo('revenue') }, [wantsRevenue, goTo])
  return (
    <>
      {hasImports && <SubNavigation label={t('pages.label')} items={dataPages.map((name) => ({ name, label: t(`pages.${name}`) }))} current={page} onGo={goTo} />}
      {/* In the same place either way: the list stays as it is when the only import in it is undone. */}
      <PageOf page={hasImports ? page : 'imports'} />
    </>
  )
}

function PageOf({ page }: { readonly page: DataPage }) {
  switch (page) {
    case 'imports': return <BatchesPage />
    case 'revenue': return <RevenuePage />
    case 'identity': return <IdentityPage />
    case 'known': return <KnownPage />
    case 'quality': return <QualityPage />
    default: return assertNever(page)
  }
}
