import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdentityGroup, IdentityPart } from '../../../shared/contract/identity.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { choicesFor, contactOf, type Decision, nameOf, namesOf } from './group-words.ts'
import styles from './identity.module.css'

const evidenceShown = 3

type Props = { readonly group: IdentityGroup; readonly onDecide: (decision: Decision) => Promise<void> }

/** Customers who are or may be one person: what they have in common, what each of them brought in, and what the owner can say. */
export function Group({ group, onDecide }: Props) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const [isDeciding, setDeciding] = useState(false)
  const names = namesOf(group)
  const hiddenEvidence = group.evidence.length - evidenceShown
  const hiddenParts = group.partTotal - group.parts.length

  async function decide(decision: Decision): Promise<void> {
    setDeciding(true)
    await onDecide(decision)
    setDeciding(false)
  }

  return (
    <li className={styles.group}>
      <div className={styles.head}>
        <div className={styles.why}>
          <h3 className={styles.names}>{names}</h3>
          {group.evidence.slice(0, evidenceShown).map(({ kind, value }) => <p key={kind + value}>{t(`evidence.${kind}`, { value })}</p>)}
          {hiddenEvidence > 0 && <p>{t('moreEvidence', { count: hiddenEvidence, number: format.number(hiddenEvidence) })}</p>}
          {group.isDecided && <p>{t('decided')}</p>}
        </div>
        <div className={styles.choices}>
          {choicesFor(group).map(({ decision, label }) => (
            <Button
              key={label} isDisabled={isDeciding} aria-label={t('actions.of', { action: t(`actions.${label}`), names })}
              onPress={() => void decide(decision)}
            >
              {t(`actions.${label}`)}
            </Button>
          ))}
        </div>
      </div>
      <ul className={styles.parts}>{group.parts.map((part) => <Part key={part.customerId} part={part} />)}</ul>
      {hiddenParts > 0 && <p className={styles.quiet}>{t('moreParts', { count: hiddenParts, number: format.number(hiddenParts) })}</p>}
    </li>
  )
}

function Part({ part }: { readonly part: IdentityPart }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const contact = contactOf(part)
  return (
    <li className={styles.part}>
      <div className={styles.who}>
        <p className={styles.name}>{nameOf(part)}</p>
        <p className={styles.quiet}>{t(`known.${part.kind}`, { key: part.customerKey })}{contact && ` · ${contact}`}</p>
        {part.customers > 1 && <p className={styles.quiet}>{t('several', { number: format.number(part.customers) })}</p>}
      </div>
      <p className={styles.figure}>{t('orders', { count: part.orders, number: format.number(part.orders) })}</p>
      <p className={styles.figure}>{format.moneyExact(part.revenueCents)}</p>
    </li>
  )
}
