import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VatChoice } from '../../../shared/contract/data.ts'
import { useFormat } from '../../format.ts'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import styles from './vat.module.css'
import { optionOf, usualRates, type VatOption } from './vat-options.ts'

type Props = {
  readonly label: string
  readonly help?: string | undefined
  readonly value: VatChoice | null
  readonly onChange: (value: VatChoice) => void
}

/** Which VAT is in some amounts, if any; left alone, nothing is said of it. */
export function VatField({ label, help, value, onChange }: Props) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const [wantsOther, setWantsOther] = useState(false)
  const option = wantsOther ? 'other' : optionOf(value)
  const options: readonly { value: VatOption; label: string }[] = [
    ...(option === 'unknown' ? [{ value: 'unknown' as const, label: t('vat.unknown') }] : []),
    ...usualRates.map((rate) => ({ value: `${rate}` as const, label: t('vat.rate', { rate: format.percent(rate) }) })),
    { value: 'other', label: t('vat.other') },
    { value: 'none', label: t('vat.none') },
  ]

  function choose(chosen: VatOption): void {
    setWantsOther(chosen === 'other')
    if (chosen === 'other' || chosen === 'unknown') return
    onChange(chosen === 'none' ? { included: false } : { included: true, rate: Number(chosen) })
  }

  return (
    <div className={styles.field}>
      <Select label={label} {...(help === undefined ? {} : { description: help })} value={option} options={options} onChange={choose} />
      {option === 'other' && (
        <NumberField
          label={t('vat.otherRate')} description={t('vat.otherHelp')} value={value?.included ? value.rate : null}
          min={0} max={1} step={0.005} format={{ style: 'percent', maximumFractionDigits: 1 }}
          onCommit={(rate) => onChange({ included: true, rate })}
        />
      )}
    </div>
  )
}
