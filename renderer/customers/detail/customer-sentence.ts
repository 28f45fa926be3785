import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { useFormat, type Format } from '../../format.ts'
import { ownPaceDays, silenceWord } from '../customer-words.ts'

type Words = ReturnType<typeof useTranslation<'customers'>>['t']

/** "Comes about every 5 weeks, spends € 62, has not been in for 9 weeks: chance still a customer 54%." */
export function customerSentence(detail: CustomerDetail, t: Words, format: Format): string {
  const { customer, inputs } = detail
  const pace = ownPaceDays(inputs)
  const spend = format.moneyRounded(customer.averageOrderValueCents)
  const habit = customer.purchaseCount === 0
    ? t('detail.sentences.none')
    : pace === null
      ? t('detail.sentences.once', { spend, date: customer.firstPurchaseOn ? format.date(customer.firstPurchaseOn) : t('unknown') })
      : t('detail.sentences.repeat', { spend, pace: format.duration(pace) })
  const parts: string[] = [habit]
  const days = customer.daysSinceLastPurchase
  if (days !== null) {
    const silence = silenceWord(days, pace)
    parts.push(silence === 'today' ? t('detail.sentences.today') : t(`detail.sentences.${silence}`, { duration: format.duration(days) }))
  }
  const said = parts.join(pace === null ? '; ' : ', ')
  // Where nobody can be seen to leave, every chance is certain and says nothing.
  return customer.probabilityAlive === null || detail.fit?.atBoundary ? `${said}.` : `${said}: ${t('detail.sentences.chance', { percent: format.percent(customer.probabilityAlive) })}.`
}

export function useCustomerSentence(detail: CustomerDetail): string {
  const { t } = useTranslation('customers')
  return customerSentence(detail, t, useFormat())
}
