import type { FormatName } from '../../contract/data.ts'
import { generic } from './generic.ts'
import type { SalesFormat } from './sales-format.ts'
import { shopifyOrders } from './shopify-orders.ts'

const formats: Readonly<Record<FormatName, SalesFormat>> = { 'shopify-orders': shopifyOrders, generic }

/** The format whose header names all occur, upper and lower case alike; of several the one with the longest list. */
export function recognizeFormat(header: readonly string[]): SalesFormat {
  const names = new Set(header.map((name) => name.trim().toLowerCase()))
  const fitting = Object.values(formats).filter(({ signature }) => signature.every((name) => names.has(name.toLowerCase())))
  return fitting.sort((a, b) => b.signature.length - a.signature.length)[0] ?? generic
}
