import { useTranslation } from 'react-i18next'
import type { BackTestReport, ForecastMethod } from '../../../shared/contract/forecast.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Page, Section } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useCustomers } from '../customers-store.ts'
import { CalibrationFigure, CaptureFigure } from './ForecastFigures.tsx'
import { Comparison } from './Comparison.tsx'
import { Limits } from './Limits.tsx'
import { Verdict } from './Verdict.tsx'
import { wayOf } from './method-words.ts'
import { hiddenPeriods } from './report-words.ts'
import { useForecastSentence } from './use-forecast-sentence.ts'
import styles from './forecast.module.css'

/** What a history takes to be tested: those of the engine's back-tests (shared/clv/choosing). */
const NEEDED = { customers: 30, buyers: 5 } as const

/** How good the forecast is, by what it would have said of sales that are known by now. One page from the first moment: what has the keyboard keeps it when the answer comes. */
export function ForecastPage() {
  const { t } = useTranslation(['forecast', 'customers'])
  const format = useFormat()
  const leave = useCustomers((state) => state.leaveForecast)
  const isOfCustomer = useCustomers((state) => state.openCustomerId !== null)
  const answer = useAnswer('models:back-test', {})
  const report = answer.value?.report
  return (
    <Page
      title={t('forecast:title')} takesFocus
      lead={report && t('forecast:lead', { count: report.origins.length, hidden: hiddenPeriods(report, format) })}
      back={<Button variant="quiet" onPress={leave}>← {isOfCustomer ? t('forecast:backToCustomer') : t('customers:detail.back')}</Button>}
    >
      {answer.value && (report ? <Tested report={report} levelFactor={answer.value.levelFactor} /> : <TooThin method={answer.value.method} />)}
      {!answer.value && (answer.status === 'failed' ? <FailureNotice error={answer.error} onRetry={answer.askAgain} /> : <Spinner />)}
    </Page>
  )
}

function Tested({ report, levelFactor }: { readonly report: BackTestReport, readonly levelFactor: number }) {
  const { t } = useTranslation('forecast')
  const inUse = useForecastSentence()
  const { chosen } = report
  const season = chosen.kind === 'rule' ? 'rule' : report.season
  return (
    <>
      <Verdict report={report} levelFactor={levelFactor} />
      {/* The correction was said already. */}
      {chosen.kind === 'rule'
        ? <Notice title={t('verdict.ruleTitle')}>{t('verdict.rule', { way: t(`ways.names.${wayOf(chosen)}`) })}</Notice>
        : <p className={styles.text}>{inUse({ method: chosen, levelFactor: 1, isTested: true })}</p>}
      <Section title={t('figures')}>
        <div className={styles.charts}><CalibrationFigure report={report} /><CaptureFigure report={report} /></div>
      </Section>
      <Section title={t('comparison.title')} lead={t('comparison.lead')}><Comparison report={report} /></Section>
      <Section title={t('season.title')}><p className={styles.text}>{t(`season.${season}`)}</p></Section>
      <Limits report={report} />
    </>
  )
}

function TooThin({ method }: { readonly method: ForecastMethod }) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  return (
    <>
      <p className={styles.sentence}>{t('thin.title')}</p>
      <p className={styles.text}>{t('thin.lead')}</p>
      <p className={styles.text}>{t('thin.needed', { customers: format.number(NEEDED.customers), buyers: format.number(NEEDED.buyers) })}</p>
      <p className={styles.text}>{t('thin.usual', { way: t(`ways.names.${wayOf(method)}`) })}</p>
    </>
  )
}
