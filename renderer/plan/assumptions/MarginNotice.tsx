import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useSettings } from '../../frame/settings-store.ts'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import styles from '../plan.module.css'
import { selectDescription } from '../store/plan-selectors.ts'
import { usePlan } from '../store/use-plan.ts'

/** While the owner's margin is not known: what stands in for it, and the place to fill it in for good. */
export function MarginNotice() {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const isKnown = useSettings((state) => state.settings.contributionMarginRate !== null)
  const save = useSettings((state) => state.save)
  const standIn = usePlan((state) => selectDescription(state)?.assumptions.find((each) => each.id === 'marginRate')?.default)
  if (isKnown || standIn === undefined) return null

  async function keep(contributionMarginRate: number) {
    await save({ contributionMarginRate })
    const { shop, load } = usePlan.getState()
    if (shop !== null) await load(shop)
  }

  return (
    <Notice kind="warning">
      <div className={styles.margin}>
        <p>{t('margin.unknown', { rate: format.percent(standIn) })}</p>
        <NumberField
          label={t('margin.label')} value={null} min={0} max={1} step={0.01} format={{ style: 'percent' }}
          onCommit={(rate) => void keep(rate)} description={t('margin.help')}
        />
      </div>
    </Notice>
  )
}
