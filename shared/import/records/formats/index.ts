import { lightspeedCustomers } from './lightspeed-customers.ts'
import { mailchimpAudience } from './mailchimp-audience.ts'
import type { RecordFormat } from './record-format.ts'
import { shopifyCustomers } from './shopify-customers.ts'
import { stripeCustomers } from './stripe-customers.ts'

const formats: readonly RecordFormat[] = [shopifyCustomers, stripeCustomers, lightspeedCustomers, mailchimpAudience]

/** The known export whose header names all occur, upper and lower case alike; `null` where there is none. */
export function recognizeRecordFormat(header: readonly string[]): RecordFormat | null {
  const names = new Set(header.map((name) => name.trim().toLowerCase()))
  return formats.find(({ signature }) => signature.every((name) => [name].flat().some((one) => names.has(one.toLowerCase())))) ?? null
}
