import type { ReactNode } from 'react'
import { Group, Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components'
import styles from './field.module.css'

type Props = {
  readonly label: string
  /** `null` shows an empty field. */
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly step?: number
  /** How the figure is written, and what may be typed. */
  readonly format: Intl.NumberFormatOptions
  /** Heard on Enter, on leaving the field and at each step of the arrow keys; never for an empty field. */
  readonly onCommit: (value: number) => void
  readonly description?: ReactNode
}

/** A figure to type; the arrow keys change it by its step. */
export function NumberField({ label, value, min, max, step, format, onCommit, description }: Props) {
  return (
    <AriaNumberField
      className={styles.field} value={value ?? Number.NaN} minValue={min} maxValue={max} {...(step === undefined ? {} : { step })}
      formatOptions={format} isWheelDisabled
      onChange={(changed) => { if (!Number.isNaN(changed)) onCommit(changed) }}
    >
      <Label className={styles.label}>{label}</Label>
      <Group><Input className={styles.input} /></Group>
      {description && <Text slot="description" className={styles.description}>{description}</Text>}
    </AriaNumberField>
  )
}
