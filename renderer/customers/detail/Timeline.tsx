import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { observedUntil } from '../customer-words.ts'
import { layOutTimeline, type TimelineMark } from './timeline-layout.ts'
import styles from './Timeline.module.css'

/** When the customer was in: a mark an order on one line. The orders below are its table. */
export function Timeline({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const layout = layOutTimeline(detail.orders, observedUntil(detail.customer), detail.customer.nextPurchaseOn)
  const last = layout?.marks.at(-1)
  if (!layout || !last) return null
  const percent = (place: number): string => `${place * 100}%`
  const shown = layout.marks.filter((mark) => mark.kind !== 'refund').length
  const kinds = (['first', 'repeat', 'refund'] as const).filter((kind) => layout.marks.some((mark) => mark.kind === kind))
  return (
    <figure className={styles.timeline}>
      <div className={styles.field}>
        <div className={styles.line} style={{ width: percent(layout.endPlace) }} />
        {layout.nextPlace !== null && <div className={styles.ahead} style={{ left: percent(layout.endPlace), width: percent(layout.nextPlace - layout.endPlace) }} />}
        {layout.marks.map((mark, index) => (
          <Mark key={`${mark.orderedOn} ${index}`} kind={mark.kind} left={percent(mark.place)} title={`${format.date(mark.orderedOn)}: ${format.moneyExact(mark.amountCents)}`} />
        ))}
        <span className={styles.end} style={{ left: percent(layout.endPlace) }} title={t('detail.timeline.end')} />
        {layout.nextPlace !== null && <span className={styles.next} style={{ left: percent(layout.nextPlace) }} title={t('detail.timeline.next')} />}
      </div>
      <div className={styles.dates}>
        <span>{format.date(layout.from)}</span>
        <span>{layout.nextPlace !== null && detail.customer.nextPurchaseOn ? format.date(detail.customer.nextPurchaseOn) : format.date(layout.until)}</span>
      </div>
      <figcaption className={styles.caption}>
        <span>{t('detail.timeline.label', { count: shown, shown: format.number(shown), first: format.date(layout.from), last: format.date(last.orderedOn) })}</span>
        <ul className={styles.legend} aria-hidden="true">
          {kinds.map((kind) => <li key={kind}><span className={`${styles.mark} ${styles[kind]}`} />{t(`detail.timeline.${kind}`)}</li>)}
          <li><span className={styles.end} />{t('detail.timeline.end')}</li>
          {layout.nextPlace !== null && <li><span className={styles.next} />{t('detail.timeline.next')}</li>}
        </ul>
      </figcaption>
    </figure>
  )
}

function Mark({ kind, left, title }: { readonly kind: TimelineMark['kind'], readonly left: string, readonly title: string }) {
  return <span className={`${styles.mark} ${styles[kind]}`} style={{ left }} title={title} />
}
