import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../shared/contract/index.ts'
import type { RankedCustomer, Ranking, RankSort } from '../../../shared/contract/customers.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { notifyFailure } from '../../frame/notices-store.ts'
import { Money } from '../../ui/figures/Money.tsx'
import { RangeBar } from '../../ui/figures/RangeBar.tsx'
import { VirtualTable, type VirtualColumn } from '../../ui/tables/VirtualTable.tsx'
import { chanceWord, isNameless, nextPurchase } from '../customer-words.ts'
import { useCustomers } from '../customers-store.ts'
import styles from './RankingPage.module.css'

type Props = { readonly ranking: Ranking, readonly asked: RequestInput<'customers:rank'>, readonly version: string }

/** One line a customer; the first page came with the ranking, the others come as they scroll into sight. */
export function RankingTable({ ranking, asked, version }: Props) {
  const { t } = useTranslation('customers')
  const { sort, sortBy, open, rowIndex, focusRow, cameBackFrom } = useCustomers()
  const columns = useColumns(ranking)

  const loadPage = async (offset: number, limit: number): Promise<readonly RankedCustomer[]> => {
    const answer = await call('customers:rank', { ...asked, offset, limit })
    if (answer.ok) return answer.value.rows
    notifyFailure(answer.error)
    return []
  }

  return (
    <VirtualTable
      label={t('tableLabel')} columns={columns} rowCount={ranking.matching} version={version} firstPage={ranking.rows} loadPage={loadPage}
      sort={sort} onSortChange={sortBy} onActivate={(customer) => open(customer.customerId)}
      startIndex={rowIndex} takesFocus={cameBackFrom === 'customer'} onFocusRow={focusRow}
    />
  )
}

function useColumns(ranking: Ranking): readonly VirtualColumn<RankedCustomer, RankSort>[] {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { method, observedUntil, largestCents, fit } = ranking
  // Where nobody can be seen to leave, everyone would be certain to have stayed: that says nothing.
  const showsChance = fit !== null && !fit.atBoundary
  return useMemo(() => {
    const columns: VirtualColumn<RankedCustomer, RankSort>[] = [
      { id: 'rank', header: t('columns.rank'), width: '2.5rem', align: 'end', cell: (row) => <span className={styles.rank}>{format.number(row.rank)}</span> },
      {
        id: 'name', header: t('columns.name'), width: 'minmax(7.5rem, 1.4fr)', sort: 'name', startsAscending: true, isRowHeader: true,
        cell: (row) => (
          <span className={styles.nameCell}>
            <span className={styles.name}>{isNameless(row) ? t('unknown') : row.name}</span>
            <span className={styles.soft}>{t(`stages.${row.stage}`)}</span>
          </span>
        ),
      },
      { id: 'value', header: t(`methods.${method}`), width: '7.75rem', align: 'end', sort: 'value', cell: (row) => <span className={styles.value}><Money cents={row.valueCents} /></span> },
      {
        id: 'bar', header: t('columns.bar'), width: 'minmax(5.5rem, 1.8fr)',
        cell: (row) => <RangeBar soFarCents={row.realizedValueCents} expectedCents={row.residualClvCents} range={row.residualRange} maxCents={largestCents} />,
      },
    ]
    if (showsChance) {
      columns.push({
        id: 'chance', header: t('columns.chance'), width: '7.25rem', sort: 'probability-alive',
        cell: ({ probabilityAlive }) => probabilityAlive === null ? t('unknown') : (
          <span className={styles.twoLines}>
            <span>{t(`chances.${chanceWord(probabilityAlive)}`)}</span>
            <span className={styles.soft}>{format.percent(probabilityAlive)}</span>
          </span>
        ),
      })
    }
    columns.push({
      id: 'last-seen', header: t('columns.lastSeen'), width: '8.5rem', sort: 'last-purchase',
      cell: ({ lastPurchaseOn, daysSinceLastPurchase: days }) => lastPurchaseOn === null || days === null ? t('unknown') : (
        <span className={styles.twoLines}>
          <span>{format.date(lastPurchaseOn)}</span>
          <span className={styles.soft}>{days < 1 ? t('agoToday') : t('ago', { duration: format.duration(days) })}</span>
        </span>
      ),
    }, {
      id: 'next', header: t('columns.next'), width: '6.5rem',
      cell: (row) => {
        const next = nextPurchase(row, observedUntil)
        if (next.kind === 'not-expected') return <span className={styles.soft}>{t('notExpected')}</span>
        return (
          <span className={styles.twoLines}>
            <span>{format.date(next.on)}</span>
            {next.kind === 'overdue' && <span className={styles.soft}>{t('overdue')}</span>}
          </span>
        )
      },
    })
    return columns
  }, [t, format, method, observedUntil, largestCents, showsChance])
}
