import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdentityGroup, IdentityState } from '../../../shared/contract/identity.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { decideOn } from './decide-on.ts'
import { Group } from './Group.tsx'
import type { Decision } from './group-words.ts'
import styles from './identity.module.css'

const pageSize = 10

/** The groups of one state, a page at a time. */
export function GroupsOf({ state }: { readonly state: IdentityState }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const [wanted, setWanted] = useState(0)
  const answer = useAnswer('identity:list', { state, offset: wanted, limit: pageSize })
  const { version } = answer
  const list = useRef<HTMLUListElement>(null)
  const decided = useRef<{ readonly index: number; readonly version: string } | null>(null)

  // What was decided on leaves the list, and its button with it: the keyboard goes on with what took its place.
  useEffect(() => {
    const items = list.current?.children
    if (decided.current === null || decided.current.version === version || !items) return
    items[Math.min(decided.current.index, items.length - 1)]?.querySelector('button')?.focus({ preventScroll: true })
    decided.current = null
  }, [version])

  if (answer.status === 'failed') return <FailureNotice error={answer.error} onRetry={answer.askAgain} />
  const total = answer.value?.totals[state] ?? 0
  const groups = answer.value?.groups ?? []
  const offset = answer.asked?.offset ?? 0
  // The last group of the last page was decided on.
  if (answer.status === 'ready' && groups.length === 0 && wanted > 0) setWanted(Math.max(0, wanted - pageSize))

  async function decide(group: IdentityGroup, index: number, decision: Decision): Promise<void> {
    if (total === 1) list.current?.closest('article')?.querySelector('h1')?.focus({ preventScroll: true })
    else decided.current = { index, version }
    await decideOn(group, decision)
  }

  const title = t(`states.${state}.title`)
  return (
    <Section title={answer.value ? t('counted', { title, number: format.number(total) }) : title} lead={t(`states.${state}.lead`)}>
      {answer.value === null && <Spinner label={t('loading')} />}
      <ul ref={list} className={styles.groups} aria-label={title}>
        {groups.map((group, index) => (
          <Group key={group.evidence.map(({ kind, value }) => `${kind} ${value}`).join()} group={group} onDecide={(decision) => decide(group, index, decision)} />
        ))}
      </ul>
      {total > pageSize && <div className={styles.pager}>
        <Button isDisabled={offset === 0} onPress={() => setWanted(Math.max(0, offset - pageSize))}>{t('pager.previous')}</Button>
        <output>{t('pager.range', { from: format.number(offset + 1), to: format.number(offset + groups.length), total: format.number(total) })}</output>
        <Button isDisabled={offset + groups.length >= total} onPress={() => setWanted(offset + pageSize)}>{t('pager.next')}</Button>
      </div>}
    </Section>
  )
}
