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

/** One customer: a sentence first, figures second. One page from the first moment: what has the keyboard keeps it when the answer comes. */
export function CustomerPage({ customerId }: { readonly customerId: number }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { method, back, cameBackFrom } = useCustomers()
  const answer = useAnswer('customers:detail', { customerId, method })
  const detail = answer.value
  const nameOf = ({ customer, customerKey }: CustomerDetail) => (isNameless(customer) ? t('detail.nameless', { key: customerKey }) : customer.name)
  const placeOf = (of: CustomerDetail) => t('detail.place', {
    rank: format.number(of.customer.rank), customers: format.number(of.ofCustomers), method: t(`methods.${rankedBy(method, of)}`).toLocaleLowerCase(format.locale),
  })
  return (
    <Page
      title={detail ? nameOf(detail) : t('title')} lead={detail && placeOf(detail)}
      back={<Button variant="quiet" onPress={back}>← {t('detail.back')}</Button>}
      // Once the title is the customer's name, so that it is read out.
      takesFocus={(detail !== null || answer.status === 'failed') && cameBackFrom !== 'forecast'}
    >
      {detail && <Customer detail={detail} />}
      {!detail && (answer.status === 'failed' ? <FailureNotice error={answer.error} onRetry={answer.askAgain} /> : <Spinner />)}
    </Page>
  )
}

function Customer({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const sentence = useCustomerSentence(detail)
  const { customer } = detail
  return (
    <>
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
    </>
  )
}

function SaveOrders({ detail: { customer, customerKey } }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  return <SaveTable table={{ kind: 'customer-orders', customerId: customer.customerId }} name={`${t('detail.orders.title')} ${customer.name || customerKey}`} isQuiet />
}
