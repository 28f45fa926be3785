import { FieldError, Input, Label, Text, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components'
import styles from './field.module.css'

type Props = Omit<TextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string
  readonly description?: string
  /** Shown while set, and marks the field as wrong. */
  readonly error?: string | null
  readonly placeholder?: string
}

export function TextField({ label, description, error, placeholder, ...rest }: Props) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={styles.field}>
      <Label className={styles.label}>{label}</Label>
      <Input className={styles.input} {...(placeholder ? { placeholder } : {})} />
      {description && <Text slot="description" className={styles.description}>{description}</Text>}
      <FieldError className={styles.error}>{error}</FieldError>
    </AriaTextField>
  )
}
