import { useTranslation } from 'react-i18next'
import type { RevenueReport } from '../../../shared/contract/revenue.ts'
import { useFormat } from '../../format.ts'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import styles from '../data.module.css'

type Row = { readonly id: string; readonly name: string; readonly revenueCents: number; readonly pieces: number | null; readonly orders: number | null }

/** The products that brought most, and what is left in a row or two: together they are the revenue. */
export function ProductsTable({ report: { products, otherProducts, noProductCents, total } }: { readonly report: RevenueReport }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  if (products.length === 0) return <Section title={t('products.title')}><p className={styles.quiet}>{t('products.none')}</p></Section>

  const { products: others, ...ofOthers } = otherProducts
  const rows: Row[] = [
    ...products.map(({ productId, ...product }) => ({ id: String(productId), ...product })),
    ...(others > 0 ? [{ id: 'others', name: t('products.others', { count: others, number: format.number(others) }), ...ofOthers, orders: null }] : []),
    ...(noProductCents === 0 ? [] : [{ id: 'none', name: t('products.without'), revenueCents: noProductCents, pieces: null, orders: null }]),
  ]
  return (
    <Section
      title={t('products.title')}
      lead={others > 0 ? t('products.leadMost', { count: products.length }) : t('products.lead')}
      aside={<SaveTable table={{ kind: 'products' }} label={t('products.save')} />}
    >
      <Table
        caption={t('products.title')}
        columns={[
          { id: 'product', header: t('columns.product'), isRowHeader: true, cell: ({ name }) => name },
          { id: 'revenue', header: t('columns.revenue'), align: 'end', cell: ({ revenueCents }) => format.moneyExact(revenueCents) },
          { id: 'share', header: t('columns.share'), align: 'end', cell: ({ revenueCents }) => total.revenueCents > 0 ? format.percentFine(revenueCents / total.revenueCents) : '–' },
          { id: 'pieces', header: t('columns.pieces'), align: 'end', cell: ({ pieces }) => pieces === null ? '–' : format.number(pieces, 2) },
          { id: 'orders', header: t('columns.inOrders'), align: 'end', cell: ({ orders }) => orders === null ? '–' : format.number(orders) },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}
