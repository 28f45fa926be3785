import type { IdentityGroup } from '../../../shared/contract/identity.ts'
import { call } from '../../api.ts'
import { notify, notifyFailure, useNotices } from '../../frame/notices-store.ts'
import { i18n } from '../../i18n.ts'
import { type Decision, decisionBefore, namesOf } from './group-words.ts'

let lastSaid = ''

async function send(group: IdentityGroup, decision: Decision): Promise<boolean> {
  const answer = await call('identity:decide', { evidence: group.evidence, decision })
  if (!answer.ok) notifyFailure(answer.error)
  return answer.ok
}

/** Passes on what the owner says of a group, and offers the way back. */
export async function decideOn(group: IdentityGroup, decision: Decision): Promise<void> {
  if (!await send(group, decision)) return
  // Who goes through a long list gets the way back from the last decision, not a pile of them.
  const { toasts, dismiss } = useNotices.getState()
  for (const { id, text } of toasts) if (text === lastSaid) dismiss(id)
  lastSaid = i18n.t(`identity:done.${decision}`, { names: namesOf(group) })
  notify('success', lastSaid, { label: i18n.t('identity:done.undo'), run: () => void send(group, decisionBefore(group)) })
}
