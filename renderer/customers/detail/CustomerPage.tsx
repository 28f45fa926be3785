import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { Page, Section } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { VatLine } from '../../ui/messages/VatLine.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { Curious } from '../Curious.tsx'
import { isNameless, rankedBy } from '../customer-words.ts'
import { useCustomers } from '../customers-store.ts'
import styles from './CustomerPage.module.css'
import { CustomerFigures } from './CustomerFigures.tsx'
import { KnownOfCustomer } from './KnownOfCustomer.tsx'
import { Orders } from './Orders.tsx'
import { Timeline } from './Timeline.tsx'
import { KnownBy } from './KnownBy.tsx'
import { ValueParts } from './ValueParts.tsx'
import { useCustomerSentence } from './customer-sentence.ts'
import { WhyThisRank } from './WhyThisRank.tsx'

/** One customer: a sentence first, figures second. */
export function CustomerPage({ customerId }: { readonly customerId: number }) {
  const { t } = useTranslation('customers')
  const method = useCustomers((state) => state.method)
  const back = useCustomers((state) => state.back)
  const detail = useAnswer('customers:detail', { customerId, method })
  const wayBack = <Button variant="quiet" onPress={back}>← {t('detail.back')}</Button>

  if (detail.value) return <Customer detail={detail.value} wayBack={wayBack} />
  return (
    <Page title={t('title')} back={wayBack} takesFocus>
      {detail.status === 'failed' ? <FailureNotice error={detail.error} onRetry={detail.askAgain} /> : <Spinner />}
    </Page>
  )
}

function Customer({ detail, wayBack }: { readonly detail: CustomerDetail, readonly wayBack: React.ReactNode }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { method, cameBackFrom } = useCustomers()
  const sentence = useCustomerSentence(detail)
  const { customer } = detail
  return (
    <Page
      title={isNameless(customer) ? t('detail.nameless', { key: detail.customerKey }) : customer.name} back={wayBack} takesFocus={cameBackFrom !== 'forecast'}
      lead={t('detail.place', { rank: format.number(customer.rank), customers: format.number(detail.ofCustomers), method: t(`methods.${rankedBy(method, detail)}`).toLocaleLowerCase(format.locale) })}
    >
      <p className={styles.sentence}>{sentence}</p>
      <CustomerFigures detail={detail} />
      <Section title={t('detail.why.title')}>
        <WhyThisRank reasons={detail.reasons} />
        {detail.parts && <ValueParts parts={detail.parts} detail={detail} />}
      </Section>
      <Section title={t('detail.timeline.title')}><Timeline detail={detail} /></Section>
      {detail.known && <KnownOfCustomer known={detail.known} />}
      <Section title={t('detail.orders.title')} aside={<SaveOrders detail={detail} />}><Orders detail={detail} /><VatLine /></Section>
      <dl className={styles.contact}>
        <KnownBy detail={detail} />
        {customer.firstPurchaseOn && <div><dt>{t('detail.contact.since')}</dt><dd>{format.date(customer.firstPurchaseOn)}</dd></div>}
        <div><dt>{t('detail.contact.purchases')}</dt><dd>{format.number(customer.purchaseCount)}</dd></div>
        <div><dt>{t('detail.contact.average')}</dt><dd>{format.moneyExact(customer.averageOrderValueCents)}</dd></div>
      </dl>
      {detail.fit && <Curious fit={detail.fit} forecast={detail.forecast} />}
    </Page>
  )
}

function SaveOrders({ detail: { customer, customerKey } }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  return <SaveTable table={{ kind: 'customer-orders', customerId: customer.customerId }} name={`${t('detail.orders.title')} ${customer.name || customerKey}`} isQuiet />
}
