import { useTranslation } from 'react-i18next'
import type { BackTestReport } from '../../../shared/contract/forecast.ts'
import { useFormat } from '../../format.ts'
import { ChartFigure } from '../../ui/charts/ChartFigure.tsx'
import { DiagonalChart } from '../../ui/charts/comparing/DiagonalChart.tsx'
import { ShareBars } from '../../ui/charts/comparing/ShareBars.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { isSameMethod, wayOf } from './method-words.ts'
import { bestPerWay, hasThinGroups, THIN_GROUP } from './report-words.ts'
import { BY_CHANCE } from './Verdict.tsx'

type Props = { readonly report: BackTestReport }

/** Groups of customers, forecast against what they really spent. */
export function CalibrationFigure({ report }: Props) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const { calibration } = report
  const last = calibration.at(-1)
  if (!last) return null
  const words = { groups: format.number(calibration.length), forecast: format.moneyRounded(last.forecastCents), outcome: format.moneyRounded(last.outcomeCents) }
  return (
    <ChartFigure
      title={t('calibration.title')}
      note={[t('calibration.note'), hasThinGroups(report) ? t('calibration.thin', { size: format.number(THIN_GROUP) }) : ''].join(' ')}
      chart={(
        <DiagonalChart
          label={t('calibration.label', words)} points={calibration.map(({ forecastCents, outcomeCents }) => ({ across: forecastCents, up: outcomeCents }))} last={t('calibration.top')}
          formatValue={format.moneyRounded} acrossName={t('calibration.forecast')} upName={t('calibration.outcome')}
          onName={t('calibration.perfect')} aboveName={t('calibration.more')} belowName={t('calibration.less')}
        />
      )}
      table={(
        <Table
          caption={t('calibration.title')} rows={calibration} rowKey={(_, index) => index}
          columns={[
            { id: 'group', header: t('calibration.group'), isRowHeader: true, cell: (_, index) => format.number(index + 1) },
            { id: 'customers', header: t('calibration.customers'), align: 'end', cell: ({ customers }) => format.number(customers) },
            { id: 'forecast', header: t('calibration.forecast'), align: 'end', cell: ({ forecastCents }) => format.moneyExact(forecastCents) },
            { id: 'outcome', header: t('calibration.outcome'), align: 'end', cell: ({ outcomeCents }) => format.moneyExact(outcomeCents) },
          ]}
        />
      )}
    />
  )
}

/** What each way's top tenth brought of all that was spent. */
export function CaptureFigure({ report }: Props) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const bars = bestPerWay(report).flatMap(({ method, score: { topTenthCapture: share } }) => {
    const way = wayOf(method)
    return share === null ? [] : [{ id: way, name: t(`ways.names.${way}`), share, isStrong: isSameMethod(method, report.chosen) }]
  })
  if (bars.length === 0) return null
  return (
    <ChartFigure
      title={t('capture.title')} note={t('capture.note')}
      chart={<ShareBars bars={bars} reference={{ share: BY_CHANCE, words: t('capture.chance', { share: format.percent(BY_CHANCE) }) }} formatShare={format.percent} />}
      table={(
        <Table
          caption={t('capture.title')} rows={bars} rowKey={({ id }) => id}
          columns={[
            { id: 'way', header: t('capture.way'), isRowHeader: true, cell: ({ name }) => name },
            { id: 'share', header: t('capture.share'), align: 'end', cell: ({ share }) => format.percentFine(share) },
          ]}
        />
      )}
    />
  )
}
