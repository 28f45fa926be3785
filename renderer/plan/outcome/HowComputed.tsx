import { useTranslation } from 'react-i18next'
import type { SimulationOutcome } from '../../../shared/contract/strategies.ts'
import { useFormat } from '../../format.ts'
import { Explain } from '../../ui/messages/Explain.tsx'
import { useAudienceWords } from '../assumptions/use-audience-words.ts'

/** Where the figures come from, told with the owner's own. */
export function HowComputed({ outcome }: { readonly outcome: SimulationOutcome }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const audienceWords = useAudienceWords()
  const { strategy, customers, audience, expectedResponders, respondersAnyway, baselineClvCents, horizonMonths, draws, seed, basis, marginRate } = outcome
  return (
    <Explain title={t('outcome.heading')}>
      <p>{t('computed.who', { count: customers, customers: format.number(customers), audience: audienceWords(audience) })}</p>
      <p>{t(`computed.responders.${strategy}`, { responders: format.number(expectedResponders), anyway: format.number(respondersAnyway) })}</p>
      <p>{t('computed.value', { baseline: format.moneyRounded(baselineClvCents), months: format.months(horizonMonths) })}</p>
      <p>{t('computed.costs')}</p>
      <p>{t('computed.range', { draws: format.number(draws), seed: String(seed) })}</p>
      <p>{t(`outcome.basis.${basis}`, { rate: format.percent(marginRate) })} {t('computed.later')}</p>
    </Explain>
  )
}
