import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Table, type Column } from '../../ui/tables/Table.tsx'
import styles from './CustomerPage.module.css'

type Order = CustomerDetail['orders'][number]

const renderProducts = ({ products }: Order) => <Products products={products} />
const renderKind = ({ kind }: Order) => <Kind kind={kind} />

const SHOWN_AT_FIRST = 12
const PRODUCTS_A_LINE = 3

/** What was bought, newest first. */
export function Orders({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const [isWhole, setWhole] = useState(false)
  const { orders, orderTotal } = detail
  const shown = isWhole ? orders : orders.slice(0, SHOWN_AT_FIRST)
  const hasProducts = orders.some((order) => order.products.length > 0)
  const hasRefunds = orders.some((order) => order.netCents !== order.amountCents)

  const columns = useMemo(() => {
    const all: Column<Order>[] = [
      { id: 'date', header: t('detail.orders.date'), isRowHeader: true, isOneLine: true, cell: (order) => format.date(order.orderedOn) },
      { id: 'order', header: t('detail.orders.order'), cell: (order) => order.orderId },
      ...(hasProducts ? [{ id: 'products', header: t('detail.orders.products'), cell: renderProducts }] : []),
      { id: 'kind', header: t('detail.orders.kind'), isOneLine: true, cell: renderKind },
      { id: 'amount', header: t('detail.orders.amount'), align: 'end', cell: (order) => format.moneyExact(order.amountCents) },
    ]
    return hasRefunds ? [...all, { id: 'net', header: t('detail.orders.net'), align: 'end', cell: (order: Order) => format.moneyExact(order.netCents) } as const] : all
  }, [t, format, hasRefunds, hasProducts])

  return (
    <>
      <Table caption={t('detail.orders.title')} columns={columns} rows={shown} rowKey={(order, index) => `${order.orderId} ${index}`} />
      {orders.length > shown.length && <div><Button onPress={() => setWhole(true)}>{t('detail.orders.showAll', { all: format.number(orders.length) })}</Button></div>}
      {orderTotal > orders.length && <p>{t('detail.orders.capped', { shown: format.number(orders.length), all: format.number(orderTotal) })}</p>}
    </>
  )
}

function Products({ products }: Pick<Order, 'products'>) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const some = products.slice(0, PRODUCTS_A_LINE).join(', ')
  const more = products.length - PRODUCTS_A_LINE
  return <span className={styles.products}>{more > 0 ? `${some} ${t('detail.orders.more', { more: format.number(more) })}` : some}</span>
}

function Kind({ kind }: Pick<Order, 'kind'>) {
  const { t } = useTranslation('customers')
  return <span className={kind === 'refund' || kind === 'refunded' ? styles.back : ''}>{t(`detail.orders.kinds.${kind}`)}</span>
}
