import type { RankParts } from '../../../shared/contract/customers.ts'
import { roundingStep } from '../../ui/charts/rounding.ts'
import { waterfallGeometry, type WaterfallPart } from '../../ui/charts/waterfall-geometry.ts'

export type ValuePartId = 'usual' | RankParts['parts'][number]['kind'] | 'own'
export type ShownParts = { readonly step: number, readonly parts: readonly WaterfallPart<ValuePartId>[] }

/** From what is expected of the usual customer to what is expected of this one, in exact cents. */
export function allParts({ usualCents, parts, ownCents }: RankParts): readonly { readonly id: ValuePartId, readonly cents: number }[] {
  return [{ id: 'usual', cents: usualCents }, ...parts.map(({ kind, cents }) => ({ id: kind, cents })), { id: 'own', cents: ownCents }]
}

/**
 * The same as they are said: rounded to one step so that they visibly add up, without the parts that vanish by it. `null` where all do:
 * then this customer is the usual one.
 */
export function shownParts(rankParts: RankParts): ShownParts | null {
  const all = allParts(rankParts)
  const step = roundingStep(Math.max(...all.map(({ cents }) => Math.abs(cents))))
  const { bars } = waterfallGeometry(all.map(({ id, cents }) => ({ id, cents, p10: 0, p90: 0, isTotal: id === 'own' })), step)
  const parts = bars.filter(({ id, shownCents }) => id === 'usual' || id === 'own' || shownCents !== 0)
    .map(({ id, shownCents, isTotal }) => ({ id, cents: shownCents, p10: 0, p90: 0, isTotal }))
  return parts.length > 2 ? { step, parts } : null
}
