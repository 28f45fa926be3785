import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { notify, notifyFailure } from '../../frame/notices-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { selectShown } from '../store/plan-selectors.ts'
import { usePlan } from '../store/use-plan.ts'

/** The plan as one page of paper. */
export function SavePdf() {
  const { t } = useTranslation('plan')
  const name = usePlan((state) => state.draft?.name ?? '')
  const hasOutcome = usePlan((state) => selectShown(state) !== null)

  async function save() {
    // What cannot stand in the name of a file on Windows.
    const fileName = t('outcome.pdfName', { name }).replaceAll(/[\\/:*?"<>|]/g, ' ').trim().slice(0, 100)
    const answer = await call('shell:save-pdf', { suggestedName: `${fileName}.pdf` })
    if (!answer.ok) notifyFailure(answer.error)
    else if (answer.value.saved) notify('success', t('outcome.pdfSaved'))
  }

  return <Button isDisabled={!hasOutcome} onPress={() => void save()}>{t('outcome.pdf')}</Button>
}
