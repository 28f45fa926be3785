import type { DecimalMark } from '../../contract/data.ts'

/** An exact decimal number: `value` times ten to the power of minus `scale`, both whole. */
export type Decimal = { readonly value: number; readonly scale: number }

export type ParsedAmount =
  | { readonly kind: 'amount'; readonly value: number; readonly scale: number; readonly currency: string | null }
  | { readonly kind: 'missing' | 'unreadable' | 'too-large' }

/** Ten thousand million in whole cents: a line of more is a slip, and millions of lines below it still add up exactly. */
export const MAX_CENTS = 1e12
/** Digits are read until the number is this long; what follows is too small to show in cents. */
const MAX_VALUE = 9e14
const MAX_SCALE = 9

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₺': 'TRY', '₹': 'INR', 'zł': 'PLN', '$': '$', 'kr': 'kr', 'Fr': 'CHF', 'RM': 'MYR' }
const CURRENCY = /€|£|¥|₺|₹|\$|zł|\bkr\b\.?|\bFr\b\.?|\bRM(?=[\s\d])|(?<![A-Za-z])(?:[A-Z]{3}|eur|usd|gbp|chf)(?![A-Za-z])/u
const WITH_POINT = /^(\d*|\d{1,3}(?:([, '’`])\d{3})(?:\2\d{3})*)(?:\.(\d*))?$/u
const WITH_COMMA = /^(\d*|\d{1,3}(?:([. '’`])\d{3})(?:\2\d{3})*)(?:,(\d*))?$/u
/** No amount is longer; longer cells are not looked into. */
const MAX_LENGTH = 64
const BLANKS = /[\s\u00A0\u2007\u2009\u202F]+/gu

/**
 * Reads an amount as people and programs write it: `€ 1.234,50`, `1,234.50 USD`, `(12,00)`, `12,00-`, `-€ 12,00`, `5,-`, a
 * minus sign from typography, thousands apart by point, comma, space or apostrophe. `mark` is the column's decimal mark;
 * `null` where nothing told it, then only numbers that can be read in one way are. The result is exact: no floating point.
 *
 * Example: `parseAmount('€ 1.234,50', ',')` is 123450 with scale 2, in EUR.
 */
export function parseAmount(text: string, mark: DecimalMark | null): ParsedAmount {
  if (text.length > MAX_LENGTH) return { kind: 'unreadable' }
  let rest = text.trim()
  const currencyMatch = CURRENCY.exec(rest)
  const found = currencyMatch?.[0].replace('.', '') ?? null
  if (found !== null) rest = rest.replace(currencyMatch?.[0] ?? '', ' ')
  rest = rest.replace(/[\u2212\u2012\u2013\u2014\uFE63\uFF0D]/gu, '-').replace(/[.,]\s*-+$/u, '').trim()
  if (/^-*$/u.test(rest)) return { kind: 'missing' }
  let negative = false
  const bracketed = /^\((.*)\)$/su.exec(rest)
  if (bracketed) {
    negative = true
    rest = (bracketed[1] ?? '').trim()
  }
  const signed = /^(?:([-+])\s*(.*?)|(.*?)\s*([-+]))$/su.exec(rest)
  if (signed) {
    if ((signed[1] ?? signed[4]) === '-') negative = !negative
    rest = signed[2] ?? signed[3] ?? ''
  }
  const number = readNumber(rest.replace(BLANKS, ' ').trim(), mark)
  if (typeof number === 'string') return { kind: number }
  const currency = found === null ? null : (CURRENCY_SIGNS[found] ?? found.toUpperCase())
  return { kind: 'amount', value: negative && number.value !== 0 ? -number.value : number.value, scale: number.scale, currency }
}

function readNumber(text: string, mark: DecimalMark | null): Decimal | 'unreadable' | 'too-large' {
  const scientific = /^(\d+)(?:[.,](\d+))?[eE]([-+]?\d{1,4})$/u.exec(text)
  if (scientific) return readScientific(scientific[1] ?? '', scientific[2] ?? '', Number(scientific[3]))
  const whole = /^\d+$/u.exec(text)
  if (whole) return decimalOf(text, '')
  for (const candidate of mark === null ? (['.', ','] as const) : [mark]) {
    const parts = splitAt(text, candidate)
    if (parts === null) continue
    if (mark === null && !readsOneWay(text, parts.decimals)) continue
    return decimalOf(parts.whole, parts.decimals)
  }
  return 'unreadable'
}

/** The digits before and after the decimal mark, or null where the text does not fit that mark. */
function splitAt(text: string, mark: DecimalMark): { whole: string; decimals: string } | null {
  const match = (mark === '.' ? WITH_POINT : WITH_COMMA).exec(text)
  if (!match || (!match[1] && !match[3])) return null
  return { whole: (match[1] ?? '').replace(/\D/gu, ''), decimals: match[3] ?? '' }
}

/** Without a known mark: `1.234` could be either, `1.234,5`, `12.5` and `0.125` could not. */
function readsOneWay(text: string, decimals: string): boolean {
  if (/[.,].*[.,]/u.test(text)) return true
  return !/^[1-9]\d{0,2}[.,]\d{3}$/u.test(text) && (decimals !== '' || !/[.,]/u.test(text))
}

function readScientific(whole: string, decimals: string, exponent: number): Decimal | 'too-large' {
  const digits = whole + decimals
  const point = whole.length + exponent
  if (point > 20 && /[1-9]/u.test(digits)) return 'too-large'
  if (point < -20) return { value: 0, scale: 0 }
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  return decimalOf(padded.slice(0, at), padded.slice(at))
}

function decimalOf(whole: string, decimals: string): Decimal | 'too-large' {
  const units = Number(whole)
  if (units * 100 > MAX_CENTS) return 'too-large'
  let value = units
  let scale = 0
  while (scale < decimals.length && scale < MAX_SCALE && value < MAX_VALUE / 10) {
    value = value * 10 + (decimals.charCodeAt(scale) - 48)
    scale++
  }
  return { value, scale }
}

/** Whole cents, halves away from zero. Example: `toCents(-1005, 3)` is -101. */
export function toCents(value: number, scale: number): number {
  if (scale <= 2) return value * 10 ** (2 - scale) + 0
  const unit = 10 ** (scale - 2)
  const size = Math.abs(value)
  const rest = size % unit
  const cents = (size - rest) / unit + (2 * rest >= unit ? 1 : 0)
  return value < 0 && cents !== 0 ? -cents : cents
}

/**
 * A price times a quantity in whole cents, halves away from zero; exact, also where the digits outgrow a double.
 * Example: 0.125 times 3, `timesInCents(125, 3, 3, 0)`, is 38.
 */
export function timesInCents(value: number, scale: number, byValue: number, byScale: number): number {
  const product = value * byValue
  if (Math.abs(product) <= Number.MAX_SAFE_INTEGER) return toCents(product, scale + byScale)
  const exact = BigInt(value) * BigInt(byValue) * 100n
  const unit = 10n ** BigInt(scale + byScale)
  const size = (2n * (exact < 0n ? -exact : exact) + unit) / (2n * unit)
  return Number(exact < 0n ? -size : size)
}
