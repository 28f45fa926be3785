import { useTranslation } from 'react-i18next'
import { formatIsoDay } from '../../../shared/calendar.ts'
import { useFormat } from '../../format.ts'
import { useSettings } from '../../frame/settings-store.ts'
import { Table } from '../../ui/tables/Table.tsx'
import styles from '../plan.module.css'
import { assumptionRows, selectDescription, selectShown } from '../store/plan-selectors.ts'
import { today } from './today.ts'
import { useAssumptionWords } from '../assumptions/use-assumption-words.ts'
import { useAudienceWords } from '../assumptions/use-audience-words.ts'
import { usePlan } from '../store/use-plan.ts'

/** What stands above the outcome on paper: which plan it is about. */
export function PrintedPlan() {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const audienceWords = useAudienceWords()
  const businessName = useSettings((state) => state.settings.businessName)
  const draft = usePlan((state) => state.draft)
  const shown = usePlan(selectShown)
  if (draft === null || shown === null) return null
  const size = t('audience.size', { count: shown.customers, customers: format.number(shown.customers), share: format.percent(shown.revenueShare) })
  return (
    <div className={styles.printed}>
      {businessName && <p>{businessName}</p>}
      <h2>{draft.name}</h2>
      <p>{t(`strategies.${draft.strategy}.name`)}: {t(`strategies.${draft.strategy}.sentence`)}</p>
      <p>{t('comparison.audience')}: {audienceWords(draft.audience)} ({size}).</p>
      <p>{t('outcome.printed', { date: format.date(formatIsoDay(today())) })}</p>
    </div>
  )
}

/** What stands below it, in place of the sliders: every assumption with where it comes from. */
export function PrintedAssumptions() {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useAssumptionWords()
  const description = usePlan(selectDescription)
  const draft = usePlan((state) => state.draft)
  const shown = usePlan(selectShown)
  if (description === undefined || draft === null || shown === null) return null
  return (
    <div className={styles.printed}>
      <Table
        caption={t('assumptions.caption')} isCaptionVisible rows={assumptionRows(description, draft)} rowKey={({ assumption }) => assumption.id}
        columns={[
          { id: 'name', header: t('assumptions.column.name'), isRowHeader: true, cell: ({ assumption }) => words.name(assumption.id) },
          { id: 'value', header: t('assumptions.column.value'), align: 'end', cell: ({ assumption, value }) => words.value(assumption, value) },
          { id: 'usual', header: t('assumptions.column.usual'), cell: ({ assumption }) => words.usual(assumption) },
        ]}
      />
      <p>{t(`outcome.basis.${shown.basis}`, { rate: format.percent(shown.marginRate) })}</p>
    </div>
  )
}
