import { useTranslation } from 'react-i18next'
import { formatIsoDay } from '../../../shared/calendar.ts'
import type { SimulationOutcome } from '../../../shared/contract/strategies.ts'
import { useFormat } from '../../format.ts'
import { lossWord, shownRange, shownSum, verdictOf } from './outcome-words.ts'
import { today } from './today.ts'

const DAYS_PER_MONTH = 365.25 / 12

/** The outcome in words and amounts, the same on the screen, in the comparison, on paper and read aloud. */
export function useOutcomeWords() {
  const { t } = useTranslation(['plan', 'frame'])
  const format = useFormat()

  const range = (amounts: { readonly p10: number, readonly p90: number }) => {
    const { low, high } = shownRange(amounts)
    return t('frame:range', { low: format.moneyRounded(low), high: format.moneyRounded(high) })
  }
  const verdict = (outcome: SimulationOutcome) =>
    t(`outcome.verdict.${verdictOf(outcome)}`, { net: format.moneyRounded(Math.abs(shownSum(outcome).net)) })
  const loss = ({ lossProbability }: SimulationOutcome) =>
    t('outcome.lossValue', { word: t(`outcome.lossWord.${lossWord(lossProbability)}`), chance: format.percent(lossProbability) })
  const returns = ({ returnOnCost }: SimulationOutcome) => (returnOnCost === null ? t('outcome.noCost')
    : t('outcome.returnValue', { amount: format.moneyExact(returnOnCost.mean * 100), unit: format.moneyRounded(100) }))
  const returnRange = ({ returnOnCost }: SimulationOutcome) => (returnOnCost === null ? null
    : t('frame:range', { low: format.moneyExact(returnOnCost.p10 * 100), high: format.moneyExact(returnOnCost.p90 * 100) }))

  function payback({ paybackMonths, horizonMonths, costCents }: SimulationOutcome): string {
    if (costCents.mean === 0) return t('outcome.noCost')
    if (paybackMonths === null) return t('outcome.paybackNever', { count: horizonMonths })
    const count = Math.ceil(paybackMonths)
    if (count <= 1) return t('outcome.paybackAtOnce')
    return t('outcome.paybackMonths', { count, month: format.month(formatIsoDay(Math.floor(today() + paybackMonths * DAYS_PER_MONTH))) })
  }

  return { range, verdict, loss, returns, returnRange, payback }
}
