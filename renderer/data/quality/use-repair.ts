import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../shared/contract/index.ts'
import type { Repair } from '../../../shared/contract/quality.ts'
import { call } from '../../api.ts'
import { type Format, useFormat } from '../../format.ts'
import { notify, notifyFailure } from '../../frame/notices-store.ts'
import type { TFunction } from 'i18next'

/** "5 orders" or "7 lines": what a repair took out. */
export function whatWasLeftOut(repair: Repair, t: TFunction<'quality'>, format: Format): string {
  const { kind, lines, orders } = repair
  const count = kind === 'identical-lines' ? lines : orders
  return t(kind === 'identical-lines' ? 'repairs.lines' : 'repairs.orders', { count, number: format.number(count) })
}

export async function undoRepair(repairId: number): Promise<void> {
  const answer = await call('quality:undo-repair', { repairId })
  if (!answer.ok) notifyFailure(answer.error)
}

/** Leaves sales out in one click, says what it did and offers the way back. */
export function useRepair(): { readonly isRunning: boolean; readonly repair: (request: RequestInput<'quality:repair'>) => Promise<void> } {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const [isRunning, setRunning] = useState(false)
  return {
    isRunning,
    async repair(request) {
      setRunning(true)
      const answer = await call('quality:repair', request)
      setRunning(false)
      if (!answer.ok) {
        notifyFailure(answer.error)
        return
      }
      const { repairId } = answer.value
      notify('success', t('repair.done', { what: whatWasLeftOut(answer.value, t, format) }), { label: t('repair.undo'), run: () => void undoRepair(repairId) })
    },
  }
}
