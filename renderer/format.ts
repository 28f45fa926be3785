import { useMemo } from 'react'
import type { Language } from '../shared/i18n/index.ts'
import { useSettings } from './frame/settings-store.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>
const DAYS = { week: 7, month: 30.44, year: 365.25 } as const

/**
 * Rounds an amount in whole units the way people say it: below ten to ten cents, below a hundred to whole units,
 * below a thousand to fives, and from there to three figures. Example: `roundAsSaid(3447)` is 3450.
 */
export function roundAsSaid(amount: number): number {
  const size = Math.abs(amount)
  if (size < 10) return Math.round(amount * 10) / 10
  if (size < 100) return Math.round(amount)
  if (size < 1000) return Math.round(amount / 5) * 5
  const step = 10 ** (Math.floor(Math.log10(size)) - 2)
  return Math.round(amount / step) * step
}

/** Everything that turns a figure into words or marks, for one language and one currency. */
export function createFormat(language: Language, currency: string) {
  const locale = locales[language]
  const money = (digits: number) => new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits })
  const exact = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const whole = money(0)
  const withCents = money(2)
  const decimals = (digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const finePercents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  // Calendar days have no time zone: they are midnight UTC, and shown as such.
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const monthNames = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const currencyNames = new Intl.DisplayNames(locale, { type: 'currency' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const unit = (name: 'day' | 'week' | 'month' | 'year', value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: digits }).format(value)

  /** A stretch of days in the largest unit people would use: days to a fortnight, weeks to a quarter, months to two years. */
  const duration = (days: number): string => {
    if (days < 14) return unit('day', Math.round(days))
    if (days < 95) return unit('week', Math.round(days / DAYS.week))
    if (days < 730) return unit('month', Math.round(days / DAYS.month))
    return unit('year', days / DAYS.year, 1)
  }

  const moneyRounded = (cents: number): string => {
    const amount = roundAsSaid(cents / 100)
    return (Math.abs(amount) < 10 && !Number.isInteger(amount) ? withCents : whole).format(amount)
  }

  return {
    language,
    locale,
    currency,
    /** To the cent: `€ 3.447,12`. */
    moneyExact: (cents: number): string => exact.format(cents / 100),
    /** The way people say it: `€ 3.450`. The exact cents belong on demand, in a title or an explanation. */
    moneyRounded,
    number: (value: number, digits = 0): string => decimals(digits).format(value),
    percent: (share: number): string => percents.format(share),
    percentFine: (share: number): string => finePercents.format(share),
    date: (isoDay: string): string => dates.format(new Date(`${isoDay}T00:00:00Z`)),
    month: (isoDay: string): string => monthNames.format(new Date(`${isoDay.slice(0, 7)}-01T00:00:00Z`)),
    /** `Monday` for 1 to `Sunday` for 7. */
    weekday: (weekday: number): string => weekdays.format(new Date(Date.UTC(1970, 0, 4 + weekday))),
    months: (value: number, digits = 0): string => unit('month', value, digits),
    duration,
    /** `euro (EUR)`; what is no code of a currency as it stands. */
    currencyName: (code: string): string => (/^[A-Z]{3}$/.test(code) ? `${currencyNames.of(code)} (${code})` : code),
    /** `a, b and c`. */
    list: (parts: readonly string[]): string => lists.format(parts),
    /** Any other way to write a figure, the way a field with these options writes it. */
    as: (options: Intl.NumberFormatOptions, value: number): string => new Intl.NumberFormat(locale, options).format(value),
  }
}
export type Format = ReturnType<typeof createFormat>

/** The formatter for the language and the currency in the settings. */
export function useFormat(): Format {
  const language = useSettings((state) => state.language)
  const currency = useSettings((state) => state.settings.currency)
  return useMemo(() => createFormat(language, currency), [language, currency])
}
