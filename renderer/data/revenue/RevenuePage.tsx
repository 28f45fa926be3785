import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevenueReport } from '../../../shared/contract/revenue.ts'
import { useFormat } from '../../format.ts'
import { useRoute } from '../../frame/route-store.ts'
import { useWorkspace } from '../../frame/workspace-store.ts'
import { KeyFigure, KeyFigures } from '../../ui/figures/KeyFigure.tsx'
import { EmptyState } from '../../ui/layout/EmptyState.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Explain } from '../../ui/messages/Explain.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import styles from '../data.module.css'
import { MonthsTable } from './MonthsTable.tsx'
import { ProductsTable } from './ProductsTable.tsx'
import { WeekdaysTable } from './WeekdaysTable.tsx'

/** What was sold, when and of what: also for who does not know a single customer. */
export function RevenuePage() {
  const { t } = useTranslation('revenue')
  const report = useAnswer('revenue:report', {})
  const { wantsRevenue, revenueIsThere } = useRoute()
  // After the title has the focus: who came from another screen starts there.
  useEffect(() => { if (wantsRevenue) revenueIsThere() }, [wantsRevenue, revenueIsThere])
  return (
    <Page title={t('title')} lead={t('lead')} takesFocus={wantsRevenue}>
      {report.status === 'failed'
        ? <FailureNotice error={report.error} onRetry={report.askAgain} />
        : report.value === null ? <Spinner label={t('loading')} /> : <Report report={report.value} />}
    </Page>
  )
}

function Report({ report }: { readonly report: RevenueReport }) {
  const { t } = useTranslation('revenue')
  if (report.firstDay === null || report.lastDay === null) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
  return (
    <>
      <Headline report={report} firstDay={report.firstDay} lastDay={report.lastDay} />
      <MonthsTable report={report} />
      <WeekdaysTable weekdays={report.weekdays} />
      <ProductsTable report={report} />
    </>
  )
}

function Headline({ report: { total }, firstDay, lastDay }: { readonly report: RevenueReport; readonly firstDay: string; readonly lastDay: string }) {
  const { t } = useTranslation(['revenue', 'source'])
  const format = useFormat()
  const vat = useWorkspace((state) => state.info?.vat)
  return (
    <div className={styles.stack}>
      <KeyFigures>
        <KeyFigure
          label={t('headline.revenue')} value={format.moneyExact(total.revenueCents)}
          note={t('headline.period', { from: format.date(firstDay), until: format.date(lastDay) })}
          explain={<Explain title={t('explain.title')}><p>{t('explain.body')}</p><p>{t('explain.average')}</p><p>{t('explain.known')}</p></Explain>}
        />
        <KeyFigure label={t('headline.orders')} value={format.number(total.orders)} note={t('headline.ordersNote')} />
        {total.averageOrderCents !== null && <KeyFigure label={t('headline.average')} value={format.moneyExact(total.averageOrderCents)} />}
        {total.knownShare !== null && <KeyFigure label={t('headline.known')} value={format.percentFine(total.knownShare)} />}
      </KeyFigures>
      <p className={styles.quiet}>{vat === 'without' || vat === 'partly' ? t(`source:vat.figures.${vat}`) : t('asTheyStand')}</p>
    </div>
  )
}
