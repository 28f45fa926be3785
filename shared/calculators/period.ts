import { DAYS_PER_YEAR } from '../calendar.ts'
import { timesFigure, type Basis, type Figure } from './figure.ts'
import { check } from './inputs.ts'

/** The measuring periods to choose from (F12). */
export const periods = ['month', 'half-year', 'year'] as const
export type Period = (typeof periods)[number]

const MONTHS = { month: 1, 'half-year': 6, year: 12 } as const satisfies Record<Period, number>
/** No customer and no subscription is counted on for longer: a hundred years. */
export const LONGEST_LIFESPAN_MONTHS = 1_200

/** How long a customer stays: so many of a period, which travels with it (F10). */
export type Lifespan = { readonly count: number; readonly period: Period }
/** What a customer brings each period. */
export type PerPeriod<B extends Basis = Basis> = { readonly value: Figure<B>; readonly period: Period }

/** A lifespan in months. RangeError below zero or beyond a hundred years. Example: 3 years are 36 months. */
export function monthsOf({ count, period }: Lifespan): number {
  check('zero or more', { count })
  const months = count * MONTHS[period]
  if (months > LONGEST_LIFESPAN_MONTHS) throw new RangeError(`count must be at most a hundred years, not ${count} x ${period}`)
  return months
}

/** Days as a lifespan in periods of 365.25 / 12 days a month. RangeError below zero. Example: 730.5 days are 2 years. */
export function lifespanOfDays(days: number, period: Period = 'year'): Lifespan {
  check('zero or more', { days })
  return { count: (days / DAYS_PER_YEAR) * (MONTHS.year / MONTHS[period]), period }
}

/** The same value for another measuring period (F12), to the cent. Example: 20.00 a month is 240.00 a year. */
export function valuePer<B extends Basis>({ value, period }: PerPeriod<B>, other: Period): PerPeriod<B> {
  return { value: timesFigure(value, MONTHS[other] / MONTHS[period]), period: other }
}

/**
 * Value over the whole lifespan (F10: customer value x average lifespan; F7: subscription fee x average subscriber lifespan), in the basis of
 * the value. The period of each is part of it, so that 20 a month x 3 years is 20 x 36 and never 20 x 3. RangeError for a lifespan below zero
 * or beyond a hundred years.
 * Example: 10.00 a month x 36 months = 360.00.
 */
export function lifetimeValue<B extends Basis>({ value, period }: PerPeriod<B>, lifespan: Lifespan): Figure<B> {
  return timesFigure(value, monthsOf(lifespan) / MONTHS[period])
}
