import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../shared/contract/index.ts'
import type { QualityExample } from '../../../shared/contract/quality.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Checkbox } from '../../ui/controls/Checkbox.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { type Column, Table } from '../../ui/tables/Table.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import styles from './quality.module.css'

const pageSize = 20

type Choice = { readonly chosen: ReadonlySet<number>; readonly onChoose: (orderId: number, isChosen: boolean) => void }
type Props = {
  readonly of: RequestInput<'quality:examples'>['of']
  readonly label: string
  /** Lets the owner tick orders. */
  readonly choice?: Choice
}

/** The sales that a finding or a repair is about, a page at a time. */
export function Examples({ of, label, choice }: Props) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const [offset, setOffset] = useState(0)
  const page = useAnswer('quality:examples', { of, offset, limit: pageSize })
  if (page.status === 'failed') return <FailureNotice error={page.error} onRetry={page.askAgain} />
  if (page.value === null) return <Spinner label={t('examples.loading')} />
  const { examples, total } = page.value
  if (examples.length === 0) return <p className={styles.quiet}>{t('examples.none')}</p>
  return (
    <div className={styles.examples}>
      <ExampleTable examples={examples} label={label} choice={choice} />
      {total > pageSize && <div className={styles.buttons}>
        <Button isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - pageSize))}>{t('examples.previous')}</Button>
        <output>{t('examples.range', { from: format.number(offset + 1), to: format.number(offset + examples.length), total: format.number(total) })}</output>
        <Button isDisabled={offset + examples.length >= total} onPress={() => setOffset(offset + pageSize)}>{t('examples.next')}</Button>
      </div>}
    </div>
  )
}

type OfKind<K extends QualityExample['kind']> = Extract<QualityExample, { kind: K }>
const ofKind = <K extends QualityExample['kind']>(examples: readonly QualityExample[], kind: K) =>
  examples.filter((example): example is OfKind<K> => example.kind === kind)

/** All examples of one question are of one kind. */
function ExampleTable({ examples, label, choice }: { readonly examples: readonly QualityExample[]; readonly label: string; readonly choice: Choice | undefined }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const orders = ofKind(examples, 'order')
  if (orders.length > 0) return <OrderTable orders={orders} label={label} choice={choice} />

  const gaps = ofKind(examples, 'gap')
  if (gaps.length > 0) {
    return (
      <Table
        caption={label}
        columns={[
          { id: 'from', header: t('examples.from'), isRowHeader: true, isOneLine: true, cell: (gap) => format.date(gap.from) },
          { id: 'until', header: t('examples.until'), isOneLine: true, cell: (gap) => format.date(gap.until) },
          { id: 'days', header: t('examples.days'), align: 'end', cell: (gap) => format.number(gap.days) },
        ]}
        rows={gaps}
        rowKey={(gap) => gap.from}
      />
    )
  }
  return (
    <Table
      caption={label}
      columns={[
        { id: 'line', header: t('examples.line'), align: 'end', isRowHeader: true, cell: (row) => format.number(row.lineNumber) },
        { id: 'file', header: t('examples.file'), cell: (row) => row.fileName },
        { id: 'amount', header: t('examples.amount'), align: 'end', cell: (row) => row.amountCents === null ? '–' : format.moneyExact(row.amountCents) },
        { id: 'raw', header: t('examples.raw'), cell: (row) => asItStands(row.raw) },
      ]}
      rows={ofKind(examples, 'row')}
      rowKey={(row) => `${row.fileName} ${row.lineNumber}`}
    />
  )
}

const asItStands = (raw: string) => <code className={styles.raw}>{raw}</code>

const tickOf = ({ chosen, onChoose }: Choice, orderId: number, label: string) => (
  <Checkbox isSelected={chosen.has(orderId)} onChange={(isChosen) => onChoose(orderId, isChosen)}><span className="visually-hidden">{label}</span></Checkbox>
)

function OrderTable({ orders, label, choice }: { readonly orders: readonly OfKind<'order'>[]; readonly label: string; readonly choice: Choice | undefined }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const tick: Column<OfKind<'order'>>[] = choice === undefined ? [] : [{
    id: 'choose', header: t('examples.choose'), cell: ({ orderId, orderKey }) => tickOf(choice, orderId, t('examples.chooseOf', { order: orderKey })),
  }]
  const sameAs: Column<OfKind<'order'>>[] = orders.some((order) => order.sameAs !== null)
    ? [{ id: 'sameAs', header: t('examples.sameAs'), cell: (order) => order.sameAs }]
    : []
  return (
    <Table
      caption={label}
      columns={[
        ...tick,
        { id: 'order', header: t('examples.order'), isRowHeader: true, cell: (order) => order.orderKey },
        ...sameAs,
        { id: 'date', header: t('examples.date'), isOneLine: true, cell: (order) => format.date(order.orderedOn) },
        { id: 'customer', header: t('examples.customer'), cell: (order) => order.customer ?? t('examples.nobody') },
        { id: 'amount', header: t('examples.amount'), align: 'end', cell: (order) => format.moneyExact(order.amountCents) },
        { id: 'file', header: t('examples.file'), cell: (order) => order.fileName },
      ]}
      rows={orders}
      rowKey={(order) => order.orderId}
    />
  )
}
