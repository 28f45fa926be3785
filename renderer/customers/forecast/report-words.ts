import type { BackTestReport } from '../../../shared/contract/forecast.ts'
import type { Format } from '../../format.ts'
import { isSameMethod, wayOf } from './method-words.ts'

export type Tried = BackTestReport['candidates'][number]

export type TotalVerdict = { readonly kind: 'unknown' } | { readonly kind: 'right' } | { readonly kind: 'low' | 'high', readonly share: number }

/** How far a total was off. Example: `totalVerdict(0.9)` is 10% too low. */
export function totalVerdict(ratio: number | null): TotalVerdict {
  if (ratio === null) return { kind: 'unknown' }
  if (Math.round(Math.abs(ratio - 1) * 100) === 0) return { kind: 'right' }
  return ratio < 1 ? { kind: 'low', share: 1 - ratio } : { kind: 'high', share: ratio - 1 }
}

/** The chosen way among those that were tried. */
export function chosenOf({ candidates, chosen }: BackTestReport): Tried | null {
  return candidates.find(({ method }) => isSameMethod(method, chosen)) ?? null
}

/** What the error of the chosen way stands beside: the simplest rule, or where that is the chosen one, the best model. */
export function comparedWith({ candidates, chosen }: BackTestReport): Tried | null {
  const isSimplestRule = ({ method }: Tried) => method.kind === 'rule' && method.rule === 'past-spend-rate'
  const isChosenSimplest = chosen.kind === 'rule' && chosen.rule === 'past-spend-rate'
  return candidates.find((tried) => (isChosenSimplest ? tried.method.kind === 'model' : isSimplestRule(tried))) ?? null
}

/** Of every way of buying one: the chosen method, else the best of its spend models. Best first. */
export function bestPerWay({ candidates, chosen }: BackTestReport): readonly Tried[] {
  const best = new Map<string, Tried>()
  for (const tried of candidates) {
    const way = wayOf(tried.method)
    if (!best.has(way) || isSameMethod(tried.method, chosen)) best.set(way, tried)
  }
  return [...best.values()]
}

/** "12 months, 8 months and 6 months": how much was hidden at each try. */
export function hiddenPeriods({ origins }: BackTestReport, format: Format): string {
  return format.list([...new Set(origins.map(({ days }) => format.duration(days)))])
}

/** All customers of the last try together. */
export function lastTry({ calibration }: BackTestReport): { readonly customers: number, readonly forecastCents: number, readonly outcomeCents: number } {
  return calibration.reduce((sum, group) => ({
    customers: sum.customers + group.customers,
    forecastCents: sum.forecastCents + group.customers * group.forecastCents,
    outcomeCents: sum.outcomeCents + group.customers * group.outcomeCents,
  }), { customers: 0, forecastCents: 0, outcomeCents: 0 })
}

/** Below this one large order changes the average of a group. */
export const THIN_GROUP = 20

export function hasThinGroups({ calibration }: BackTestReport): boolean {
  return calibration.some(({ customers }) => customers < THIN_GROUP)
}
