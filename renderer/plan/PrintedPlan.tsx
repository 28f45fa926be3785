import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { Table } from '../ui/tables/Table.tsx'
import styles from './plan.module.css'
import { assumptionRows, selectDescription, selectShown } from './plan-selectors.ts'
import { useAssumptionWords } from './use-assumption-words.ts'
import { useAudienceWords } from './use-audience-words.ts'
import { usePlan } from './use-plan.ts'

/** What paper shows in place of the controls: the plan and its assumptions in words. */
export function PrintedPlan() {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useAssumptionWords()
  const audienceWords = useAudienceWords()
  const description = usePlan(selectDescription)
  const draft = usePlan((state) => state.draft)
  const shown = usePlan(selectShown)
  if (description === undefined || draft === null || shown === null) return null
  return (
    <div className={styles.printed}>
      <h2>{draft.name}</h2>
      <p>{t(`strategies.${draft.strategy}.name`)}: {t(`strategies.${draft.strategy}.sentence`)}</p>
      <p>{t('comparison.audience')}: {audienceWords(draft.audience)} ({t('audience.size', { count: shown.customers, customers: format.number(shown.customers), share: format.percent(shown.revenueShare) })}).</p>
      <Table
        caption={t('assumptions.group.expected')} rows={assumptionRows(description, draft)} rowKey={({ assumption }) => assumption.id}
        columns={[
          { id: 'name', header: t('assumptions.column.name'), isRowHeader: true, cell: ({ assumption }) => words.name(assumption.id) },
          { id: 'value', header: t('assumptions.column.value'), align: 'end', cell: ({ assumption, value }) => words.value(assumption, value) },
          { id: 'usual', header: t('assumptions.column.usual'), cell: ({ assumption }) => words.usual(assumption) },
        ]}
      />
    </div>
  )
}
