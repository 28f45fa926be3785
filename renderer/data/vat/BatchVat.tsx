import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchSummary, VatChoice } from '../../../shared/contract/data.ts'
import { call } from '../../api.ts'
import { notify, notifyFailure } from '../../frame/notices-store.ts'
import { useBatchFormat } from '../batch-format.ts'
import styles from '../data.module.css'
import { useImport } from '../stores.ts'
import { VatField } from './VatField.tsx'
import own from './vat.module.css'
import { vatOfRate } from './vat-options.ts'

/** How much of an import is VAT, to be said or changed at any time after. Rows that were mended go with their import. */
export function BatchVat({ batch }: { readonly batch: BatchSummary }) {
  const { t } = useTranslation('source')
  const format = useBatchFormat(batch)
  const replaceBatch = useImport((state) => state.replaceBatch)
  const { batchId, vatRate, vatCents } = batch
  // Shown at once: what is said next is said of this.
  const [said, setSaid] = useState<VatChoice | null>(null)

  async function say(vat: VatChoice): Promise<void> {
    setSaid(vat)
    const answer = await call('data:set-batch-vat', { batchId, vat })
    if (!answer.ok) {
      setSaid((newest) => newest === vat ? null : newest)
      return notifyFailure(answer.error)
    }
    replaceBatch(answer.value)
    notify('success', t('vat.changed'))
  }

  const canBeSaid = batch.undoneAt === null && batch.mends === undefined
  const known = vatRate === null ? t('vat.notSaid') : vatRate === 0 ? t('vat.ofNone') : t('vat.ofTotal', { amount: format.moneyExact(vatCents ?? 0), rate: format.percentFine(vatRate) })
  return (
    <div className={own.batch}>
      {(vatRate !== null || !canBeSaid) && <p className={styles.quiet} data-testid="batch-vat">{known}</p>}
      {canBeSaid && (
        <VatField label={t('vat.label')} help={vatRate === null ? `${t('vat.whatFor')} ${t('vat.unanswered')}` : undefined} value={said ?? vatOfRate(vatRate)} onChange={(vat) => void say(vat)} />
      )}
    </div>
  )
}
