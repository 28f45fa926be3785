import { useTranslation } from 'react-i18next'
import type { RevenueMonths, RevenueReport } from '../../../shared/contract/revenue.ts'
import { useFormat } from '../../format.ts'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { type Column, Table } from '../../ui/tables/Table.tsx'
import { incompleteNote, monthName } from './month-words.ts'
import { RevenueBar } from './RevenueBar.tsx'
import styles from './revenue.module.css'

/** A row for each month, the newest first, with a bar for its revenue: a chart and its table in one. */
export function MonthsTable({ report }: { readonly report: RevenueReport }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const hasPieces = report.products.length > 0
  const maxCents = Math.max(0, ...report.months.filter(isOneMonth).map((row) => row.revenueCents))

  const month = (row: RevenueMonths) => {
    const note = row.orders === 0 && row.revenueCents === 0 ? t('months.noSales') : incompleteNote(row, report, t, format)
    return <>{monthName(row, t, format)}{note !== null && <span className={styles.note}>{note}</span>}</>
  }
  const revenue = (row: RevenueMonths) => (
    <div className={styles.revenue}>{format.moneyExact(row.revenueCents)}{isOneMonth(row) && <RevenueBar cents={row.revenueCents} maxCents={maxCents} />}</div>
  )
  const pieces: Column<RevenueMonths>[] = hasPieces ? [{ id: 'pieces', header: t('columns.pieces'), align: 'end', cell: (row) => format.number(row.pieces, 2) }] : []
  return (
    <Section title={t('months.title')} lead={t('months.lead')} aside={<SaveTable table={{ kind: 'revenue', per: 'month' }} name={t('months.file')} label={t('months.save')} />}>
      <Table
        caption={t('months.title')}
        columns={[
          { id: 'month', header: t('columns.month'), isRowHeader: true, cell: month },
          { id: 'revenue', header: t('columns.revenue'), align: 'end', cell: revenue },
          { id: 'orders', header: t('columns.orders'), align: 'end', cell: (row) => format.number(row.orders) },
          ...pieces,
          { id: 'average', header: t('columns.average'), align: 'end', cell: (row) => row.averageOrderCents === null ? '–' : format.moneyExact(row.averageOrderCents) },
          { id: 'known', header: t('columns.known'), align: 'end', cell: (row) => row.knownShare === null ? '–' : format.percent(row.knownShare) },
        ]}
        rows={report.months.toReversed()}
        rowKey={(row) => row.from}
      />
    </Section>
  )
}

function isOneMonth({ from, until }: RevenueMonths): boolean {
  return from === until
}
