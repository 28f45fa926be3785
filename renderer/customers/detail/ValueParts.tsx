import { useTranslation } from 'react-i18next'
import type { CustomerDetail, RankParts } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { ChartFigure } from '../../ui/charts/ChartFigure.tsx'
import { Waterfall } from '../../ui/charts/Waterfall.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { allParts, shownParts, type ValuePartId } from './value-parts.ts'

type Props = { readonly parts: RankParts, readonly detail: Pick<CustomerDetail, 'basis' | 'inputs'> }

/** What sets this customer's expected value apart from the usual customer's, in euros that add up. */
export function ValueParts({ parts, detail: { basis, inputs } }: Props) {
  const { t } = useTranslation(['customers', 'frame'])
  const format = useFormat()
  const shown = shownParts(parts)
  if (!shown) return null
  const exact = new Map(allParts(parts).map(({ id, cents }) => [id, cents]))
  const isDifference = (id: ValuePartId) => id !== 'usual' && id !== 'own'
  const signed = (id: ValuePartId, cents: number, written: string) => (isDifference(id) && cents > 0 ? `+${written}` : written)
  const nameOf = (id: ValuePartId) => t(`customers:detail.parts.${id}`)
  return (
    <ChartFigure
      title={t('customers:detail.parts.title')}
      note={t('customers:detail.parts.note', { basis: t(`customers:basis.${basis}`), months: format.months(inputs.horizonMonths) })}
      chart={(
        <Waterfall
          parts={shown.parts} step={shown.step} nameOf={nameOf}
          amountOf={({ id, shownCents }) => signed(id, shownCents, format.moneyRounded(shownCents))}
          rangeOf={({ id }) => t('frame:exactly', { amount: format.moneyExact(exact.get(id) ?? 0) })}
        />
      )}
      table={(
        <Table
          caption={t('customers:detail.parts.title')} rows={allParts(parts).filter(({ id, cents }) => !isDifference(id) || cents !== 0)} rowKey={({ id }) => id}
          columns={[
            { id: 'part', header: t('customers:detail.parts.part'), isRowHeader: true, cell: ({ id }) => nameOf(id) },
            { id: 'amount', header: t('customers:detail.parts.amount'), align: 'end', cell: ({ id, cents }) => signed(id, cents, format.moneyExact(cents)) },
          ]}
        />
      )}
    />
  )
}
