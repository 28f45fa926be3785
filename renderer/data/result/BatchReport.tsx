import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary } from '../../../shared/contract/data.ts'
import { KeyFigure, KeyFigures } from '../../ui/figures/KeyFigure.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { useBatchFormat } from '../batch-format.ts'
import { KnowingCustomers } from '../../ui/messages/KnowingCustomers.tsx'
import { namesNobody } from '../preview/column-choice.ts'
import styles from '../data.module.css'
import { ChangedOrders } from '../rows/ChangedOrders.tsx'
import { MendedRows } from '../rows/MendedRows.tsx'
import { OnDemand } from '../rows/OnDemand.tsx'
import { SharedNumbers } from '../rows/SharedNumbers.tsx'
import { BatchVat } from '../vat/BatchVat.tsx'
import { addedNothing } from './control-total.ts'
import { ControlTotal } from './ControlTotal.tsx'
import { RejectedRows } from './RejectedRows.tsx'

type Props = {
  readonly batch: BatchSummary
  /** What is asked of the owner between the figures and the small print. */
  readonly children?: ReactNode
}

/** What one import brought: the total to hold against the till and what it is made of, what was new, what was set aside. */
export function BatchReport({ batch, children }: Props) {
  const { t } = useTranslation(['data', 'identity', 'rows'])
  const format = useBatchFormat(batch)
  const count = (value: number): string => format.number(value)
  const known = { newOrders: count(batch.newOrders), knownOrders: count(batch.knownOrders) }
  if (batch.mends) {
    return batch.undoneAt === null ? <MendedRows batch={batch} /> : <Notice kind="warning">{t('rows:mended.undone')}</Notice>
  }
  return (
    <div className={styles.report}>
      {batch.undoneAt !== null && <Notice kind="warning">{t('result.undone')}</Notice>}
      {addedNothing(batch) && <Notice kind="success" title={t('result.nothingNew', known)}>{t('result.nothingNewBody')}</Notice>}
      <ControlTotal batch={batch} />
      <BatchVat batch={batch} />
      <KeyFigures>
        <KeyFigure
          label={t('result.newOrders')}
          value={count(batch.newOrders)}
          note={batch.knownOrders > 0 && !addedNothing(batch) && t('result.someKnown', { count: batch.knownOrders, orders: count(batch.knownOrders) })}
        />
        <KeyFigure label={t('result.customers')} value={count(batch.customers)} note={t('result.customersNew', { customers: count(batch.newCustomers) })} />
        <KeyFigure
          label={t('result.identified')}
          value={format.percentFine(batch.identifiedRevenueShare)}
          note={batch.rowsWithoutCustomer === 0
            ? t('result.identifiedAll')
            : t('result.identifiedHelp', { count: batch.rowsWithoutCustomer, rows: count(batch.rowsWithoutCustomer) })}
        />
      </KeyFigures>
      {batch.customers === 0 && (
        <Notice kind="warning" title={namesNobody(batch.format) ? t('identity:knowing.never') : t('result.noCustomers')}>
          {t('identity:knowing.neverBody')}<KnowingCustomers />
        </Notice>
      )}
      {children}
      {batch.identicalLines > 0 && <Notice>{t('result.identical', { count: batch.identicalLines, rows: count(batch.identicalLines) })}</Notice>}
      {batch.rowsMendedBefore !== undefined && <Notice>{t('rows:mended.before', { count: batch.rowsMendedBefore, rows: count(batch.rowsMendedBefore) })}</Notice>}
      {batch.changedOrders > 0 && batch.undoneAt === null && <ChangedOrders batch={batch} />}
      <SharedNumbers batch={batch} />
      {(batch.mended !== undefined || batch.rowsMendedBefore !== undefined) && batch.undoneAt === null && (
        <Section title={t('rows:mended.title')} lead={t('rows:mended.lead')}>
          <OnDemand show={t('rows:mended.show')} hide={t('rows:mended.hide')}><MendedRows batch={batch} /></OnDemand>
        </Section>
      )}
      <Section title={t('rejected.title')} lead={batch.rowsRejected > 0 ? t('rejected.help') : t('rejected.none')}>
        {batch.rowsRejected > 0 && <RejectedRows batch={batch} />}
      </Section>
    </div>
  )
}
