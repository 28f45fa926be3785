import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CentsRange } from '../../../shared/contract/schema.ts'
import type { SimulationOutcome } from '../../../shared/contract/strategies.ts'
import { useFormat } from '../../format.ts'
import { failureText } from '../../frame/notices-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './Comparison.module.css'
import { shownSum } from '../outcome/outcome-words.ts'
import type { ComparedScenario } from '../store/plan-state.ts'
import { bestOf } from '../store/plan-selectors.ts'
import { useAudienceWords } from '../assumptions/use-audience-words.ts'
import { useOutcomeWords } from '../outcome/use-outcome-words.ts'
import { usePlan } from '../store/use-plan.ts'

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

function twoLines(first: string, second: string | null): ReactNode {
  return <><span className={styles.amount}>{first}</span><span className={styles.range}>{second}</span></>
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
  // What is certain has no range.
  const amount = (shownCents: number, { p10, p90 }: Pick<CentsRange, 'p10' | 'p90'>) => twoLines(format.moneyRounded(shownCents), p10 === p90 ? null : words.range({ p10, p90 }))

  function net({ scenario, result }: ComparedScenario): ReactNode {
    if (!result.ok) return t('comparison.failed')
    return <strong>{amount(shownSum(result.value).net, result.value.net)}{scenario.scenarioId === best && <span className={styles.best}>✓ {t('comparison.best')}</span>}</strong>
  }

  const rows: readonly Row[] = [
    { id: 'strategy', label: t('comparison.strategy'), cell: ({ scenario }) => t(`strategies.${scenario.strategy}.name`) },
    figure('audience', t('comparison.audience'), (outcome) =>
      twoLines(audienceWords(outcome.audience), t('audience.size', { count: outcome.customers, customers: format.number(outcome.customers), share: format.percent(outcome.revenueShare) }))),
    figure('extra', t('outcome.extra'), (outcome) => amount(shownSum(outcome).extra, outcome.extraClv)),
    figure('cost', t('outcome.cost'), (outcome) => amount(-shownSum(outcome).cost || 0, { p10: -outcome.costCents.p90, p90: -outcome.costCents.p10 })),
    { id: 'net', label: t('outcome.net'), cell: net },
    figure('loss', t('outcome.loss'), words.loss),
    figure('payback', t('outcome.payback'), words.payback),
    figure('return', t('outcome.return'), (outcome) => twoLines(words.returns(outcome), words.returnRange(outcome))),
    figure('given-away', t('outcome.givenAway'), ({ discountGivenAway }) => amount(discountGivenAway.mean, discountGivenAway)),
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
