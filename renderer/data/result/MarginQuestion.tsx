import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useSettings } from '../../frame/settings-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import styles from './MarginQuestion.module.css'

/** Asks once, right here, for the one figure that turns revenue into what is earned. It may wait. */
export function MarginQuestion() {
  const { t } = useTranslation('data')
  const format = useFormat()
  const known = useSettings((state) => state.settings.contributionMarginRate)
  const save = useSettings((state) => state.save)
  const [asked, setAsked] = useState<'asking' | 'answered' | 'later'>(known === null ? 'asking' : 'later')
  const line = useRef<HTMLDivElement>(null)
  const [rate, setRate] = useState<number | null>(null)

  if (asked === 'later') return null
  if (asked === 'answered') return <output><Notice kind="success">{t('margin.saved')}</Notice></output>

  async function answer(): Promise<void> {
    // Leaving the field took over what was typed; an empty field asks for it.
    if (rate === null) return line.current?.querySelector('input')?.focus()
    await save({ contributionMarginRate: rate })
    // A failure has its own words in the corner of the window; the question then stays.
    if (useSettings.getState().settings.contributionMarginRate === rate) setAsked('answered')
  }

  return (
    <Section title={t('margin.title', { amount: format.moneyRounded(10_000) })} lead={t('margin.help')}>
      <div ref={line} className={styles.answer}>
        <NumberField label={t('margin.field')} value={rate} min={0} max={1} step={0.005} format={{ style: 'percent', maximumFractionDigits: 1 }} onCommit={setRate} />
        <div className={styles.buttons}>
          <Button onPress={() => void answer()}>{t('margin.save')}</Button>
          <Button variant="quiet" onPress={() => setAsked('later')}>{t('margin.skip')}</Button>
        </div>
      </div>
    </Section>
  )
}
