import type { Assumption } from '../../../shared/contract/strategies.ts'
import { plan } from '../../../shared/i18n/en/plan.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Format } from '../../format.ts'

type Unit = Assumption['unit']

/** Sliders and fields count cents as units of the currency; the rest as it is. */
export function shownScale(unit: Unit): number {
  return unit === 'cents' ? 100 : 1
}

const decimalsOf = (step: number) => Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))

/** How a value of this assumption is written and typed; `step` in the unit of the contract. */
export function numberFormat({ unit, step }: Pick<Assumption, 'unit' | 'step'>, currency: string): Intl.NumberFormatOptions {
  switch (unit) {
    case 'rate': return { style: 'percent', maximumFractionDigits: decimalsOf(step * 100) }
    case 'cents': return { style: 'currency', currency }
    case 'weeks': return { style: 'unit', unit: 'week', unitDisplay: 'long' }
    case 'hours': return { style: 'unit', unit: 'hour', unitDisplay: 'long', maximumFractionDigits: decimalsOf(step) }
    case 'count': return { maximumFractionDigits: decimalsOf(step) }
    default: return assertNever(unit)
  }
}

/** The same in running text. */
export function valueInWords(assumption: Pick<Assumption, 'unit' | 'step'>, value: number, format: Format): string {
  return format.as(numberFormat(assumption, format.currency), value / shownScale(assumption.unit))
}

/** The same where it is a rough figure: amounts from five up in whole units, lower ones to ten cents. Example: 808 cents is `€ 8`. */
export function roughValueInWords(assumption: Pick<Assumption, 'unit' | 'step'>, value: number, format: Format): string {
  if (assumption.unit !== 'cents') return valueInWords(assumption, value, format)
  return format.moneyRounded(value < 500 ? value : Math.round(value / 100) * 100)
}

/** So many standard deviations on either side hold eight of ten draws of a bell curve. */
const EIGHT_OF_TEN = 1.28

/** What is usual: where eight of ten draws around the default fall. `null` for what the owner decides. */
export function usualRange({ default: usual, uncertainty, min, max }: Assumption): { from: number; to: number } | null {
  if (uncertainty === 0) return null
  const spread = EIGHT_OF_TEN * uncertainty
  return { from: Math.max(min, usual * (1 - spread)), to: Math.min(max, usual * (1 + spread)) }
}

/**
 * Where the slider of an amount, a time or hours ends: the whole range would leave no room for what is usual, so five times the default
 * and at least a tenth of the range, or further where the owner already was. What lies beyond can be typed. Shares keep their whole range.
 */
export function sliderEnd({ unit, default: usual, min, max, step }: Assumption, value: number): number {
  if (unit === 'rate' || unit === 'count') return max
  const reach = Math.max(5 * usual, min + (max - min) / 10, value)
  return Math.min(max, min + Math.ceil((reach - min) / step) * step)
}

/** What customers do; the rest is the owner's to decide. */
const expected: ReadonlySet<string> = new Set([
  'takeRate', 'attachRate', 'anywayRate', 'priceElasticity', 'incrementalRate', 'pullForwardRate', 'pullForwardWeeks', 'haloRate',
  'dropoutReduction', 'purchaseLift',
])

export function groupOf({ id }: Pick<Assumption, 'id'>): 'expected' | 'decided' {
  return expected.has(id) ? 'expected' : 'decided'
}

type WordedId = keyof typeof plan.assumptions.words

export function isWorded(id: string): id is WordedId {
  return Object.hasOwn(plan.assumptions.words, id)
}
