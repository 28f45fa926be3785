import { useTranslation } from 'react-i18next'
import type { SimulationOutcome } from '../../../shared/contract/strategies.ts'
import { useFormat } from '../../format.ts'
import { Section } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { HowComputed } from './HowComputed.tsx'
import styles from './Outcome.module.css'
import { OutcomeCharts } from './OutcomeCharts.tsx'
import { shownRange, shownSum, verdictOf } from './outcome-words.ts'
import { selectOutcomeError, selectSettled, selectShown } from '../store/plan-selectors.ts'
import { useAssumptionWords } from '../assumptions/use-assumption-words.ts'
import { useOutcomeWords } from './use-outcome-words.ts'
import { usePlan } from '../store/use-plan.ts'

/** What the plan would bring. The last figures stay until newer ones are there. */
export function Outcome() {
  const { t } = useTranslation('plan')
  const shown = usePlan(selectShown)
  const error = usePlan(selectOutcomeError)
  const shop = usePlan((state) => state.shop)
  const load = usePlan((state) => state.load)
  const isComputing = usePlan((state) => state.outcome.status === 'loading')
  return (
    <Section title={t('outcome.heading')} aside={shown && <HowComputed outcome={shown} />}>
      {error && <FailureNotice error={error} {...(shop === null ? {} : { onRetry: () => void load(shop) })} />}
      {shown === null && error === null && <Spinner label={t('outcome.computing')} />}
      {shown && (
        <div className={styles.outcome} aria-busy={isComputing}>
          <Sum outcome={shown} />
          <Figures outcome={shown} />
          <OutcomeCharts outcome={shown} />
          <p className={styles.note}>{t('outcome.rangeMeaning')}</p>
        </div>
      )}
      <Announcement />
    </Section>
  )
}

/** Read aloud once the sliders rest. */
function Announcement() {
  const { t } = useTranslation('plan')
  const words = useOutcomeWords()
  const settled = usePlan(selectSettled)
  return (
    <p className="visually-hidden" aria-live="polite">
      {settled && t('outcome.announcement', { verdict: words.verdict(settled), range: words.range(settled.net), loss: words.loss(settled) })}
    </p>
  )
}

/** Extra less costs is net, as a sum on paper. */
function Sum({ outcome }: { readonly outcome: SimulationOutcome }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useOutcomeWords()
  const { extra, cost, net } = shownSum(outcome)
  const tone = verdictOf(outcome) === 'loss' ? styles.loss : styles.gain
  return (
    <div className={styles.sum}>
      <p className={styles.verdict}>{words.verdict(outcome)}</p>
      <dl className={styles.lines}>
        <Line label={t('outcome.extra')} amount={format.moneyRounded(extra)} exact={format.moneyExact(outcome.extraClv.mean)} />
        <Line label={t('outcome.cost')} amount={format.moneyRounded(-cost || 0)} exact={format.moneyExact(-outcome.costCents.mean || 0)} />
        <div className={styles.net}>
          <dt>{t('outcome.net')}</dt>
          <dd title={format.moneyExact(outcome.net.mean)} className={tone}>{format.moneyRounded(net)}</dd>
        </div>
      </dl>
      <p className={styles.range}>{words.range(outcome.net)}</p>
    </div>
  )
}

function Line({ label, amount, exact }: { readonly label: string, readonly amount: string, readonly exact: string }) {
  return <div className={styles.line}><dt>{label}</dt><dd title={exact}>{amount}</dd></div>
}

function Figures({ outcome }: { readonly outcome: SimulationOutcome }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useOutcomeWords()
  const assumptions = useAssumptionWords()
  const [widest] = outcome.sensitivity
  const reach = shownRange({ p10: widest?.lowNetCents ?? 0, p90: widest?.highNetCents ?? 0 })
  const { discountGivenAway } = outcome
  return (
    <dl className={styles.figures}>
      <Figure label={t('outcome.loss')} value={words.loss(outcome)} />
      <Figure label={t('outcome.payback')} value={words.payback(outcome)} />
      <Figure label={t('outcome.return')} value={words.returns(outcome)} note={words.returnRange(outcome)} />
      {discountGivenAway.mean !== 0 && (
        <Figure label={t('outcome.givenAway')} value={format.moneyRounded(discountGivenAway.mean)} note={`${words.range(discountGivenAway)}. ${t('outcome.givenAwayHelp')}`} />
      )}
      {widest && (
        <Figure
          label={t('outcome.sensitive')} value={assumptions.name(widest.id)}
          note={t('outcome.sensitiveValue', { low: format.moneyRounded(reach.low), high: format.moneyRounded(reach.high) })}
        />
      )}
    </dl>
  )
}

function Figure({ label, value, note }: { readonly label: string, readonly value: string, readonly note?: string | null }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{value}{note && <span className={styles.note}>{note}</span>}</dd>
    </div>
  )
}
