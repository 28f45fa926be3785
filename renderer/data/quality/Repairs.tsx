import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Repair } from '../../../shared/contract/quality.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { localDay } from '../batches/newest-first.ts'
import { Examples } from './Examples.tsx'
import styles from './quality.module.css'
import { undoRepair, whatWasLeftOut } from './use-repair.ts'

/** Everything that was ever left out, with the way back. */
export function Repairs({ repairs }: { readonly repairs: readonly Repair[] }) {
  const { t } = useTranslation('quality')
  return (
    <Section title={t('repairs.title')} lead={t('repairs.lead')}>
      <ul className={styles.repairs}>{repairs.map((repair) => <RepairItem key={repair.repairId} repair={repair} />)}</ul>
    </Section>
  )
}

function RepairItem({ repair }: { readonly repair: Repair }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [isUndoing, setUndoing] = useState(false)
  const ordersId = useId()
  const { repairId, undoneAt, madeAt } = repair
  const kind = t(`repairs.kinds.${repair.kind}`)
  const did = { what: whatWasLeftOut(repair, t, format), amount: format.moneyExact(repair.amountCents) }

  async function undoIt(): Promise<void> {
    setUndoing(true)
    await undoRepair(repairId)
    setUndoing(false)
  }

  return (
    <li className={styles.finding} data-undone={undoneAt !== null || undefined}>
      <div className={styles.repair}>
        <div>
          <h3 className={styles.kind}>{kind}</h3>
          <p className={styles.quiet}>
            {undoneAt === null
              ? t('repairs.madeOn', { ...did, date: format.date(localDay(madeAt)) })
              : t('repairs.undoneOn', { ...did, date: format.date(localDay(undoneAt)) })}
          </p>
        </div>
        <div className={styles.buttons}>
          <Button
            variant="quiet" aria-expanded={isOpen} aria-controls={ordersId} aria-label={t(isOpen ? 'repairs.hideOf' : 'repairs.showOf', { kind })}
            onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'show.hide' : 'show.orders')}
          </Button>
          {undoneAt === null && (
            <Button isDisabled={isUndoing} aria-label={t('repairs.undoOf', { kind })} onPress={() => void undoIt()}>
              {t(isUndoing ? 'repairs.undoing' : 'repairs.undo')}
            </Button>
          )}
        </div>
      </div>
      <div id={ordersId} hidden={!isOpen}>{isOpen && <Examples of={{ repairId }} label={t('examples.label', { part: kind })} />}</div>
    </li>
  )
}
