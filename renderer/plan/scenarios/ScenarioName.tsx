import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/controls/TextField.tsx'
import { usePlan } from '../store/use-plan.ts'

/** Kept on Enter and on leaving the field; an empty name is not taken. */
export function ScenarioName() {
  const { t } = useTranslation('plan')
  const name = usePlan((state) => state.draft?.name ?? '')
  const rename = usePlan((state) => state.rename)
  const [typed, setTyped] = useState(name)

  function commit() {
    rename(typed)
    setTyped(usePlan.getState().draft?.name ?? '')
  }

  return (
    <TextField
      label={t('scenarios.name')} value={typed} onChange={setTyped} onBlur={commit} maxLength={120}
      onKeyDown={(pressed) => { if (pressed.key === 'Enter') commit() }}
    />
  )
}
