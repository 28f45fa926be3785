import type { RecordField } from '../../contract/data.ts'
import { normalizedPostcode } from '../../customers/identity/postcode.ts'
import { customerKey } from '../../customers/identity/customer-key.ts'
import type { RecordValue } from './imported-records.ts'

type Values = Readonly<Partial<Record<RecordField, RecordValue>>>

/**
 * A name put together from first name (or whole name), what stands between, and last name. Where a whole name stands beside a part of it the part
 * is not repeated. Example: `wholeName('Jan', 'van der', 'Berg')` is 'Jan van der Berg', and so is `wholeName('Jan van der Berg', '', 'Berg')`.
 */
export function wholeName(first: string, between: string, last: string): string {
  let name = ''
  for (const part of [first, between, last]) {
    if (part === '' || name === part || name.endsWith(` ${part}`)) continue
    name = part.startsWith(`${name} `) || name === '' ? part : `${name} ${part}`
  }
  return name
}

/** Every key under which the customer of a row may be known in the sales, stronger first; as the sales make them (`customerKey`). */
export function customerKeysOf(values: Values): string[] {
  const text = (field: RecordField) => String(values[field] ?? '')
  const postcode = normalizedPostcode(text('customerPostcode'))
  const name = text('customerName')
  return [
    customerKey('id', text('customerId')),
    customerKey('email', text('customerEmail')),
    customerKey('phone', text('customerPhone')),
    postcode === null ? null : customerKey('name', name, postcode),
    customerKey('name', name),
  ].filter((key) => key !== null)
}
