import { useTranslation } from 'react-i18next'
import type { RevenueWeekday } from '../../../shared/contract/revenue.ts'
import { useFormat } from '../../format.ts'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { RevenueBar } from './RevenueBar.tsx'
import styles from './revenue.module.css'

const perDayCents = ({ revenueCents, days }: RevenueWeekday): number | null => days > 0 ? Math.round(revenueCents / days) : null

/** Which days of the week are busy. */
export function WeekdaysTable({ weekdays }: { readonly weekdays: readonly RevenueWeekday[] }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const maxCents = Math.max(0, ...weekdays.map((row) => perDayCents(row) ?? 0))
  const perDay = (row: RevenueWeekday) => {
    const cents = perDayCents(row)
    return cents === null ? '–' : <div className={styles.revenue}>{format.moneyExact(cents)}<RevenueBar cents={cents} maxCents={maxCents} /></div>
  }
  return (
    <Section title={t('weekdays.title')} lead={t('weekdays.lead')} aside={<SaveTable table={{ kind: 'revenue', per: 'day' }} name={t('weekdays.file')} label={t('weekdays.save')} />}>
      <Table
        caption={t('weekdays.title')}
        columns={[
          { id: 'weekday', header: t('columns.weekday'), isRowHeader: true, cell: ({ weekday }) => format.weekday(weekday) },
          { id: 'perDay', header: t('columns.perDay'), align: 'end', cell: perDay },
          { id: 'days', header: t('columns.days'), align: 'end', cell: ({ days }) => format.number(days) },
          { id: 'orders', header: t('columns.orders'), align: 'end', cell: ({ orders }) => format.number(orders) },
          { id: 'revenue', header: t('columns.revenue'), align: 'end', cell: ({ revenueCents }) => format.moneyExact(revenueCents) },
        ]}
        rows={weekdays}
        rowKey={({ weekday }) => weekday}
      />
    </Section>
  )
}
