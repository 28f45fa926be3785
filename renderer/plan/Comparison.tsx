import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimulationOutcome } from '../../shared/contract/strategies.ts'
import { useFormat } from '../format.ts'
import { failureText } from '../frame/notices-store.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Section } from '../ui/layout/Page.tsx'
import { Spinner } from '../ui/messages/Spinner.tsx'
import { Table } from '../ui/tables/Table.tsx'
import styles from './Comparison.module.css'
import type { ComparedScenario } from './plan-state.ts'
import { bestOf } from './plan-selectors.ts'
import { useAudienceWords } from './use-audience-words.ts'
import { useOutcomeWords } from './use-outcome-words.ts'
import { usePlan } from './use-plan.ts'

/** Two or three scenarios beside each other. */
export function Comparison() {
  const { t } = useTranslation('plan')
  const comparison = usePlan((state) => state.comparison)
  const closeComparison = usePlan((state) => state.closeComparison)
  return (
    <Section title={t('comparison.heading')} aside={<Button onPress={closeComparison}>{t('comparison.back')}</Button>}>
      {comparison.status === 'ready' ? <ComparisonTable compared={comparison.value} /> : <Spinner label={t('outcome.computing')} />}
    </Section>
  )
}

type Row = { readonly id: string, readonly label: string, readonly cell: (compared: ComparedScenario) => ReactNode }

function ComparisonTable({ compared }: { readonly compared: readonly ComparedScenario[] }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useOutcomeWords()
  const audienceWords = useAudienceWords()
  const best = bestOf(compared)

  const figure = (id: string, label: string, show: (outcome: SimulationOutcome) => ReactNode): Row =>
    ({ id, label, cell: ({ result }) => (result.ok ? show(result.value) : failureText(result.error)) })
  const amount = (range: SimulationOutcome['net'], sign = 1) => (
    <>
      <span className={styles.amount}>{format.moneyRounded(sign * range.mean || 0)}</span>
      <span className={styles.range}>{words.range(sign === 1 ? range : { p10: -range.p90 || 0, p90: -range.p10 || 0 })}</span>
    </>
  )

  const rows: readonly Row[] = [
    { id: 'strategy', label: t('comparison.strategy'), cell: ({ scenario }) => t(`strategies.${scenario.strategy}.name`) },
    figure('audience', t('comparison.audience'), (outcome) => <>{audienceWords(outcome.audience)}<span className={styles.range}>{t('audience.size', { count: outcome.customers, share: format.percent(outcome.revenueShare) })}</span></>),
    figure('extra', t('outcome.extra'), ({ extraClv }) => amount(extraClv)),
    figure('cost', t('outcome.cost'), ({ costCents }) => amount(costCents, -1)),
    {
      id: 'net', label: t('outcome.net'), cell: ({ scenario, result }) => (result.ok
        ? <strong>{amount(result.value.net)}{scenario.scenarioId === best && <span className={styles.best}>✓ {t('comparison.best')}</span>}</strong>
        : t('comparison.failed')),
    },
    figure('loss', t('outcome.loss'), words.loss),
    figure('payback', t('outcome.payback'), words.payback),
    figure('return', t('outcome.return'), (outcome) => <>{words.returns(outcome)}<span className={styles.range}>{words.returnRange(outcome)}</span></>),
    figure('given-away', t('outcome.givenAway'), ({ discountGivenAway }) => amount(discountGivenAway)),
  ]

  return (
    <>
      <Table
        caption={t('comparison.caption')} rows={rows} rowKey={({ id }) => id}
        columns={[
          { id: 'figure', header: t('comparison.figure'), isRowHeader: true, cell: ({ label }) => label },
          ...compared.map((each) => ({ id: String(each.scenario.scenarioId), header: each.scenario.name, cell: (row: Row) => row.cell(each) })),
        ]}
      />
      <p className={styles.range}>{t('comparison.caption')}. {t('outcome.rangeMeaning')}</p>
    </>
  )
}
