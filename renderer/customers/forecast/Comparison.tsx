import { useTranslation } from 'react-i18next'
import type { BackTestReport } from '../../../shared/contract/forecast.ts'
import { useFormat, type Format } from '../../format.ts'
import { Explain } from '../../ui/messages/Explain.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { isSameMethod, wayOf, type Words } from './method-words.ts'
import type { Tried } from './report-words.ts'
import { BY_CHANCE } from './Verdict.tsx'
import { Meaning } from './Meaning.tsx'
import styles from './forecast.module.css'

const explained = ['error', 'total', 'top', 'rank', 'verdict'] as const

/** From here a percentage says no more. */
const FAR_WORSE = 2

type Row = { readonly tried: Tried, readonly name: string, readonly amounts: string, readonly isInUse: boolean, readonly verdict: string }

const renderWay = ({ name, amounts, isInUse }: Row) => (
  <span className={styles.way}>
    <span className={isInUse ? styles.used : undefined}>{name}</span>
    <span className={styles.soft}>{amounts}</span>
  </span>
)
const renderVerdict = ({ verdict, isInUse }: Row) => <span className={isInUse ? styles.used : undefined}>{verdict}</span>

function rowOf(tried: Tried, { chosen }: BackTestReport, t: Words, format: Format): Row {
  const { method, score } = tried
  const isInUse = isSameMethod(method, chosen)
  const inUse = chosen.kind === 'model' && chosen.isSeasonal ? `${t('ways.inUse')}, ${t('ways.seasonal')}` : t('ways.inUse')
  const behind = score.relativeDeviance < FAR_WORSE ? t('ways.behind', { share: format.percent(score.relativeDeviance - 1) }) : t('ways.farBehind')
  return {
    tried, isInUse,
    name: t(`ways.names.${wayOf(method)}`),
    amounts: method.kind === 'rule' ? t('ways.rule') : t('ways.amounts', { spend: t(`ways.spendNames.${method.spend}`) }),
    verdict: isInUse ? inUse : tried.isAsGoodAsBest ? t('ways.asGood') : behind,
  }
}

/** Every way that was tried, with what its columns say and what the ways mean. */
export function Comparison({ report }: { readonly report: BackTestReport }) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const { candidates } = report
  const orDash = (value: number | null, write: (known: number) => string) => (value === null ? '–' : write(value))
  return (
    <>
      <Table
        caption={t('comparison.title')} rows={candidates.map((tried) => rowOf(tried, report, t, format))} rowKey={({ name, amounts }) => `${name} ${amounts}`}
        columns={[
          { id: 'way', header: t('comparison.way'), isRowHeader: true, cell: renderWay },
          { id: 'error', header: t('comparison.error'), align: 'end', cell: ({ tried: { score } }) => format.moneyRounded(score.meanAbsoluteErrorCents) },
          { id: 'total', header: t('comparison.total'), align: 'end', cell: ({ tried: { score } }) => orDash(score.totalRatio, format.percent) },
          { id: 'top', header: t('comparison.top'), align: 'end', cell: ({ tried: { score } }) => orDash(score.topTenthCapture, format.percent) },
          { id: 'rank', header: t('comparison.rank'), align: 'end', cell: ({ tried: { score } }) => orDash(score.gini, (gini) => format.as({ minimumFractionDigits: 2, maximumFractionDigits: 2 }, gini)) },
          { id: 'verdict', header: t('comparison.verdict'), isOneLine: true, cell: renderVerdict },
        ]}
      />
      <div className={styles.columns}>
        {explained.map((column) => (
          <Explain key={column} title={t(`comparison.${column}`)} label={t('comparison.what', { column: t(`comparison.${column}`) })}>
            <p>{t(`comparison.explains.${column}`, { chance: format.percent(BY_CHANCE) })}</p>
          </Explain>
        ))}
      </div>
      <Meaning candidates={candidates} />
    </>
  )
}
