import type { useTranslation } from 'react-i18next'
import type { ForecastMethod, ForecastRule, ForecastSummary, TransactionModel } from '../../../shared/contract/forecast.ts'
import type { Format } from '../../format.ts'

export type Words = ReturnType<typeof useTranslation<'forecast'>>['t']

/** A way to say when people buy, or a rule of thumb in its place: what has a name on screen. */
export type Way = TransactionModel | ForecastRule

export function wayOf(method: ForecastMethod): Way {
  return method.kind === 'rule' ? method.rule : method.transactions
}

/** Whether two methods are one, whatever the season: every way is tried without it first. */
export function isSameMethod(one: ForecastMethod, other: ForecastMethod): boolean {
  if (one.kind === 'rule' || other.kind === 'rule') return wayOf(one) === wayOf(other)
  return one.transactions === other.transactions && one.spend === other.spend
}

/** Whether the chance still a customer is this method's own; where it knows no leaving, MBG/NBD tells it. */
export function hasOwnChance(method: ForecastMethod): boolean {
  const way = wayOf(method)
  return way === 'mbg-nbd' || way === 'pareto-nbd' || way === 'mbg-cnbd-k'
}

export type Correction = { readonly kind: 'none' } | { readonly kind: 'raised' | 'lowered', readonly share: number }

/** A factor in words. What vanishes as a whole percentage is no correction. Example: `correctionOf(0.94)` is lowered by 0.06. */
export function correctionOf(factor: number): Correction {
  if (Math.round(Math.abs(factor - 1) * 100) === 0) return { kind: 'none' }
  return factor > 1 ? { kind: 'raised', share: factor - 1 } : { kind: 'lowered', share: 1 - factor }
}

/** Which method is in use, why, with the season or without, and by how much it is corrected. */
export function forecastSentence({ method, levelFactor, isTested }: ForecastSummary, t: Words, format: Format): string {
  const way = t(`ways.names.${wayOf(method)}`)
  const correction = correctionOf(levelFactor)
  const why = !isTested ? 'usual' : method.kind === 'rule' ? 'testedRule' : 'tested'
  return [
    t(`inUse.${why}`, { way }),
    method.kind === 'model' && method.isSeasonal ? t('inUse.season') : '',
    correction.kind === 'none' ? '' : t(`inUse.${correction.kind}`, { share: format.percent(correction.share) }),
  ].filter((sentence) => sentence !== '').join(' ')
}
