import { useTranslation } from 'react-i18next'
import type { KnownOfCustomer as Known } from '../../../shared/contract/records.ts'
import { useFormat } from '../../format.ts'
import { Section } from '../../ui/layout/Page.tsx'
import styles from './CustomerPage.module.css'

/** What lists say of a customer beside the sales: may they be mailed, how they came in, what they subscribed to. Only what a list says is shown. */
export function KnownOfCustomer({ known }: { readonly known: Known }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const field = (name: 'emailConsent' | 'smsConsent' | 'channel' | 'acquisitionCost' | 'nps' | 'engagement' | 'points' | 'customerGroup' | 'tags' | 'birthDate' | 'registeredOn', value: string | null) =>
    (value === null || value === '' ? [] : [{ key: name, label: t(`fields.${name}`), value }])
  const yesNo = (value: boolean | null): string | null => value === null ? null : t(value ? 'customer.yes' : 'customer.no')
  const number = (value: number | null): string | null => value === null ? null : format.number(value, 1)
  const date = (value: string | null): string | null => value === null ? null : format.date(value)
  const subscriptions = known.subscriptions.map((one, place) => ({
    key: `subscription ${place}`,
    label: one.plan ?? t('fields.plan'),
    value: [
      one.endedOn === null ? t('customer.subscription', { from: format.date(one.startedOn) }) : t('customer.ended', { from: format.date(one.startedOn), to: format.date(one.endedOn) }),
      ...(one.amountCents === null ? [] : [t('customer.perPeriod', { amount: format.moneyExact(one.amountCents) })]),
    ].join(', '),
  }))
  const facts = [
    ...field('emailConsent', yesNo(known.emailConsent)),
    ...field('smsConsent', yesNo(known.smsConsent)),
    ...field('channel', known.channel),
    ...field('acquisitionCost', known.acquisitionCostCents === null ? null : format.moneyExact(known.acquisitionCostCents)),
    ...field('nps', number(known.nps)),
    ...field('engagement', number(known.engagement)),
    ...field('points', number(known.points)),
    ...field('customerGroup', known.customerGroup),
    ...field('tags', known.tags.join(', ')),
    ...field('birthDate', date(known.birthDate)),
    ...field('registeredOn', date(known.registeredOn)),
    ...subscriptions,
  ]
  if (facts.length === 0) return null
  return (
    <Section title={t('customer.title')}>
      <dl className={`${styles.contact} ${styles.known}`}>{facts.map(({ key, label, value }) => <div key={key}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </Section>
  )
}
