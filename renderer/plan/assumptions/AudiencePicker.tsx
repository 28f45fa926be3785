import { useTranslation } from 'react-i18next'
import type { Audience } from '../../../shared/contract/strategies.ts'
import { assertNever } from '../../../shared/result.ts'
import { useFormat } from '../../format.ts'
import { MoneyField } from '../../ui/controls/MoneyField.tsx'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import styles from '../plan.module.css'
import { selectShown } from '../store/plan-selectors.ts'
import { usePlan } from '../store/use-plan.ts'

const kinds = ['everyone', 'top-share', 'value-band', 'one-time', 'lapsing'] as const satisfies readonly Audience['kind'][]

/** What a kind of audience starts with. */
function startOf(kind: Audience['kind']): Audience {
  switch (kind) {
    case 'everyone':
    case 'one-time':
    case 'lapsing':
      return { kind }
    case 'top-share': return { kind, share: 0.2 }
    case 'value-band': return { kind, fromCents: 5_000, toCents: 50_000 }
    default: return assertNever(kind)
  }
}

/** For whom the plan is, and how much of the shop that is. */
export function AudiencePicker() {
  const { t } = useTranslation(['plan', 'exports'])
  const format = useFormat()
  const audience = usePlan((state) => state.draft?.audience ?? null)
  const shown = usePlan(selectShown)
  const setAudience = usePlan((state) => state.setAudience)
  if (audience === null) return null
  return (
    <Section title={t('audience.heading')} aside={shown !== null && <SaveTable table={{ kind: 'audience', audience }} label={t('exports:audience')} isQuiet />}>
      <div className={styles.fields}>
        <Select
          label={t('audience.label')} value={audience.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`audience.${kind}`) }))}
          onChange={(kind) => setAudience(startOf(kind))}
        />
        {audience.kind === 'top-share' && (
          <NumberField
            label={t('audience.share')} value={audience.share} min={0.01} max={1} step={0.01} format={{ style: 'percent' }}
            onCommit={(share) => setAudience({ kind: 'top-share', share })}
          />
        )}
        {audience.kind === 'value-band' && (
          <>
            <MoneyField label={t('audience.from')} cents={audience.fromCents} onCommit={(fromCents) => setAudience({ ...audience, fromCents, toCents: Math.max(fromCents, audience.toCents) })} />
            <MoneyField label={t('audience.to')} cents={audience.toCents} onCommit={(toCents) => setAudience({ ...audience, toCents, fromCents: Math.min(toCents, audience.fromCents) })} />
          </>
        )}
      </div>
      {shown !== null && (
        <p className={styles.size}>{t('audience.size', { count: shown.customers, customers: format.number(shown.customers), share: format.percent(shown.revenueShare) })}</p>
      )}
    </Section>
  )
}
