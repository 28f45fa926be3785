import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../../shared/contract/data.ts'
import type { KnownRecords } from '../../../shared/contract/records.ts'
import { assertNever } from '../../../shared/result.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Page, Section } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { localDay } from '../batches/newest-first.ts'
import styles from '../data.module.css'
import { pickFiles } from '../take-files.ts'

const kinds = ['customers', 'products', 'subscriptions', 'acquisition-costs'] as const satisfies readonly RecordKind[]

/** What lists say beside the sales, per kind: how much, from which file, and how far it reaches. */
export function KnownPage() {
  const { t } = useTranslation('records')
  const known = useAnswer('records:known', {})
  if (known.status === 'failed') return <Page title={t('known.title')}><FailureNotice error={known.error} onRetry={known.askAgain} /></Page>
  if (known.value === null) return <Page title={t('known.title')}><Spinner label={t('known.loading')} /></Page>
  const { value } = known
  return (
    <Page title={t('known.title')} lead={t('known.lead')} action={<Button variant="primary" onPress={() => void pickFiles()}>{t('known.import')}</Button>}>
      {kinds.map((kind) => (
        <Section key={kind} title={t(`kind.${kind}`)}>
          {value[kind].count === 0 ? <p className={styles.quiet}>{t('known.none')} {t(`known.hint.${kind}`)}</p> : <KnownOf kind={kind} known={value} />}
        </Section>
      ))}
    </Page>
  )
}

function KnownOf({ kind, known }: { readonly kind: RecordKind; readonly known: KnownRecords }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { count, newest } = known[kind]
  return (
    <div>
      <p><strong>{t(`result.count.${kind}`, { count, shown: format.number(count) })}.</strong> <Reach kind={kind} known={known} /></p>
      {newest && <p className={styles.quiet}>{t('known.newest', { file: newest.fileName, date: format.date(localDay(newest.importedAt)) })}</p>}
    </div>
  )
}

function Reach({ kind, known }: { readonly kind: RecordKind; readonly known: KnownRecords }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  switch (kind) {
    case 'customers': {
      const { matched, ofCustomers, mailable } = known.customers
      const share = format.percent(ofCustomers === 0 ? 0 : matched / ofCustomers)
      return [
        ...(ofCustomers === 0 ? [] : [matched === 0 ? t('known.matchedNone') : t('known.matched', { matched: format.number(matched), customers: format.number(ofCustomers), share })]),
        t('known.mailable', { count: mailable, mailable: format.number(mailable) }),
      ].join(' ')
    }
    case 'products': {
      const { costedRevenueShare } = known.products
      return costedRevenueShare === null ? null : t('known.costed', { share: format.percentFine(costedRevenueShare) })
    }
    case 'subscriptions': return t('known.running', { count: known.subscriptions.running, running: format.number(known.subscriptions.running) })
    case 'acquisition-costs': {
      const { costCents, firstMonth, lastMonth } = known['acquisition-costs']
      return firstMonth === null || lastMonth === null ? null : t('known.spent', { amount: format.moneyExact(costCents), from: format.month(firstMonth), to: format.month(lastMonth) })
    }
    default: return assertNever(kind)
  }
}
