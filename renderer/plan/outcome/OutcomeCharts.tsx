import { useTranslation } from 'react-i18next'
import type { SimulationOutcome } from '../../../shared/contract/strategies.ts'
import { useFormat } from '../../format.ts'
import { ChartFigure } from '../../ui/charts/ChartFigure.tsx'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import { Waterfall } from '../../ui/charts/Waterfall.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './Outcome.module.css'
import { shownStep, shownSum } from './outcome-words.ts'
import { waterfallParts } from '../store/plan-selectors.ts'
import { useOutcomeWords } from './use-outcome-words.ts'

type Props = { readonly outcome: SimulationOutcome }

/** From the extra value to the net, and how the net grows. */
export function OutcomeCharts({ outcome }: Props) {
  return <div className={styles.charts}><WaterfallFigure outcome={outcome} /><OverTimeFigure outcome={outcome} /></div>
}

function WaterfallFigure({ outcome }: Props) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useOutcomeWords()
  const parts = waterfallParts(outcome)
  const exactRange = ({ p10, p90 }: { readonly p10: number, readonly p90: number }) =>
    (p10 === p90 ? t('waterfall.certain') : t('waterfall.between', { low: format.moneyExact(p10), high: format.moneyExact(p90) }))
  return (
    <ChartFigure
      title={t('waterfall.title')} note={t('waterfall.estimate')}
      chart={<Waterfall parts={parts} step={shownStep(outcome)} nameOf={(id) => t(`waterfall.parts.${id}`)} rangeOf={(part) => (part.p10 === part.p90 ? t('waterfall.certain') : words.range(part))} />}
      table={(
        <Table
          caption={t('waterfall.title')} rows={parts} rowKey={({ id }) => id}
          columns={[
            { id: 'part', header: t('waterfall.part'), isRowHeader: true, cell: ({ id }) => t(`waterfall.parts.${id}`) },
            { id: 'amount', header: t('waterfall.amount'), align: 'end', cell: ({ cents }) => format.moneyExact(cents) },
            { id: 'range', header: t('waterfall.range'), cell: exactRange },
          ]}
        />
      )}
    />
  )
}

function OverTimeFigure({ outcome }: Props) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const { cumulativeNetCents: values, paybackMonths } = outcome
  const last = values.length - 1
  const end = format.moneyRounded(shownSum(outcome).net)
  if (last < 1) return null
  const mark = paybackMonths === null || paybackMonths < 0.5 ? null : { at: paybackMonths, label: t('overTime.payback') }
  const label = t('overTime.label', { count: last, first: format.moneyRounded(values[0] ?? 0), last: end })
  return (
    <ChartFigure
      title={t('overTime.title')} note={t('overTime.estimate')}
      chart={<LineChart label={label} end={end} values={values} formatValue={format.moneyRounded} formatStep={(month) => t('overTime.step', { month })} mark={mark} />}
      table={(
        <Table
          caption={t('overTime.title')} rows={values.map((cents, month) => ({ month, cents }))} rowKey={({ month }) => month}
          columns={[
            { id: 'month', header: t('overTime.month'), isRowHeader: true, cell: ({ month }) => format.number(month) },
            { id: 'net', header: t('overTime.net'), align: 'end', cell: ({ cents }) => format.moneyExact(cents) },
          ]}
        />
      )}
    />
  )
}
