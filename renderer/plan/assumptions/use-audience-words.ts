import { useTranslation } from 'react-i18next'
import type { Audience } from '../../../shared/contract/strategies.ts'
import { assertNever } from '../../../shared/result.ts'
import { useFormat } from '../../format.ts'

/** An audience in running text. */
export function useAudienceWords(): (audience: Audience) => string {
  const { t } = useTranslation('plan')
  const format = useFormat()
  return (audience) => {
    switch (audience.kind) {
      case 'everyone':
      case 'one-time':
      case 'lapsing':
        return t(`audience.said.${audience.kind}`)
      case 'top-share': return t('audience.said.top-share', { share: format.percent(audience.share) })
      case 'value-band': return t('audience.said.value-band', { from: format.moneyRounded(audience.fromCents), to: format.moneyRounded(audience.toCents) })
      default: return assertNever(audience)
    }
  }
}
