import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'

/** What the files know this person by; where several customers were found to be one, each of them. */
export function KnownBy({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const { keys, customer } = detail
  const different = (values: readonly (string | null)[]) => [...new Set(values)].filter((value) => value !== null && value !== '' && value !== customer.name)
  const known = [
    { name: 'key', values: different(keys.map(({ kind, customerKey }) => (kind === 'id' ? customerKey : null))) },
    { name: 'email', values: different(keys.map(({ email }) => email)) },
    { name: 'phone', values: different(keys.map(({ phone }) => phone)) },
    { name: 'postcode', values: different(keys.map(({ postcode }) => postcode)) },
    { name: 'names', values: different(keys.map(({ name }) => name)) },
  ] as const
  return known.filter(({ values }) => values.length > 0).map(({ name, values }) => (
    <div key={name}><dt>{t(`detail.contact.${name}`)}</dt>{values.map((value) => <dd key={value}>{value}</dd>)}</div>
  ))
}
