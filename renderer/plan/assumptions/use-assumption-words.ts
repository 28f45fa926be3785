import { useTranslation } from 'react-i18next'
import type { Assumption } from '../../../shared/contract/strategies.ts'
import { useFormat } from '../../format.ts'
import { isWorded, roughValueInWords, usualRange, valueInWords } from './assumption-words.ts'

/** Everything an assumption says on screen. */
export function useAssumptionWords() {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const name = (id: string) => (isWorded(id) ? t(`assumptions.words.${id}.name`) : id)
  const help = (id: string) => (isWorded(id) ? t(`assumptions.words.${id}.help`) : '')
  const value = (assumption: Assumption, amount: number) => valueInWords(assumption, amount, format)

  function source(assumption: Assumption): string {
    if (assumption.source === 'own') return t('assumptions.source.own')
    if (assumption.source === 'judgement') return t('assumptions.source.judgement')
    return t('assumptions.source.published', { source: assumption.source })
  }

  /** The usual range and where it comes from; for what the owner decides, where it starts. */
  function usual(assumption: Assumption): string {
    const range = usualRange(assumption)
    const rough = (amount: number) => roughValueInWords(assumption, amount, format)
    if (range !== null) return t('assumptions.usual', { from: rough(range.from), to: rough(range.to), source: source(assumption) })
    return t('assumptions.start', { value: value(assumption, assumption.default), source: assumption.source === 'judgement' ? t('assumptions.source.decide') : source(assumption) })
  }

  return { name, help, value, usual }
}
