/** The currencies shops around here sell in; whichever one is set already is always among them. */
const usualCurrencies = ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'RON', 'CAD', 'AUD']

export type Option = { readonly value: string; readonly label: string }

export function currencyOptions(current: string, language: string): Option[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  const codes = usualCurrencies.includes(current) ? usualCurrencies : [current, ...usualCurrencies]
  return codes.map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
}

/** How far ahead one can look, in months; whichever is set already is always among them. */
const usualHorizons = [6, 12, 24, 36, 60, 120]

export function horizonMonthsOptions(current: number): number[] {
  return [...new Set([...usualHorizons, current])].sort((one, other) => one - other)
}
