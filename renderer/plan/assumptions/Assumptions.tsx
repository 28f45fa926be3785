import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Slider } from '../../ui/controls/Slider.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { groupOf, numberFormat, shownScale, sliderEnd } from './assumption-words.ts'
import { MarginNotice } from './MarginNotice.tsx'
import styles from '../plan.module.css'
import { assumptionRows, selectDescription, type AssumptionRow } from '../store/plan-selectors.ts'
import { useAssumptionWords } from './use-assumption-words.ts'
import { usePlan } from '../store/use-plan.ts'

/** The sliders: first what customers are expected to do, then what the owner decides. */
export function Assumptions() {
  const { t } = useTranslation('plan')
  const description = usePlan(selectDescription)
  const draft = usePlan((state) => state.draft)
  if (description === undefined || draft === null) return null
  const rows = assumptionRows(description, draft)
  return (
    <div className={styles.assumptions}>
      {(['expected', 'decided'] as const).map((group) => (
        <Section key={group} title={t(`assumptions.group.${group}`)}>
          {group === 'decided' && <MarginNotice />}
          <div className={styles.sliders}>
            {rows.filter(({ assumption }) => groupOf(assumption) === group).map((row) => <AssumptionSlider key={`${draft.key} ${row.assumption.id}`} row={row} />)}
          </div>
        </Section>
      ))}
    </div>
  )
}

function AssumptionSlider({ row: { assumption, value, isChanged } }: { readonly row: AssumptionRow }) {
  const { t } = useTranslation('plan')
  const { currency } = useFormat()
  const words = useAssumptionWords()
  const dragAssumption = usePlan((state) => state.dragAssumption)
  const setAssumption = usePlan((state) => state.setAssumption)
  const resetAssumption = usePlan((state) => state.resetAssumption)
  const { id } = assumption
  const scale = shownScale(assumption.unit)
  const [furthest, setFurthest] = useState(() => sliderEnd(assumption, value))
  const name = words.name(id)

  function commit(shown: number) {
    const moved = inContract(shown, scale)
    setFurthest(Math.max(furthest, moved))
    setAssumption(id, moved)
  }

  const usual = words.value(assumption, assumption.default)
  return (
    <Slider
      label={name} value={value / scale} min={assumption.min / scale} end={furthest / scale} max={assumption.max / scale} step={assumption.step / scale}
      standard={assumption.default / scale} format={numberFormat(assumption, currency)}
      onDrag={(moved) => dragAssumption(id, inContract(moved, scale))} onCommit={commit}
      note={<>{words.help(id)} <span className={styles.usual}>{words.usual(assumption)}</span></>}
      reset={isChanged && (
        <Button variant="quiet" aria-label={t('assumptions.resetLabel', { name, value: usual })} onPress={() => resetAssumption(id)}>
          {t('assumptions.reset', { value: usual })}
        </Button>
      )}
    />
  )
}

/** Cents are whole; what is not scaled stays what it is. */
function inContract(shown: number, scale: number): number {
  return scale === 1 ? shown : Math.round(shown * scale)
}
