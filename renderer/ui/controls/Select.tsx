import { useTranslation } from 'react-i18next'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components'
import styles from './field.module.css'

export type SelectOption<Value extends string> = { readonly value: Value, readonly label: string, readonly note?: string }
type Props<Value extends string> = {
  readonly label: string
  readonly options: readonly SelectOption<Value>[]
  /** `null` while nothing is chosen. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly description?: string
  readonly isDisabled?: boolean
}

/** One of a few. */
export function Select<Value extends string>({ label, options, value, onChange, description, isDisabled = false }: Props<Value>) {
  const { t } = useTranslation('frame')
  return (
    <AriaSelect
      className={styles.field} value={value} isDisabled={isDisabled} placeholder={t('choose')}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Label className={styles.label}>{label}</Label>
      <Button className={styles.trigger}>
        <SelectValue>{({ defaultChildren, isPlaceholder }) => isPlaceholder ? defaultChildren : options.find((option) => option.value === value)?.label}</SelectValue>
        <svg className={styles.chevron} viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" /></svg>
      </Button>
      {description && <Text slot="description" className={styles.description}>{description}</Text>}
      <Popover className={styles.popover} offset={4}>
        <ListBox className={styles.list}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={styles.option}>
              <Text slot="label" className={styles.optionText}>{option.label}</Text>
              {option.note && <Text slot="description" className={styles.optionNote}>{option.note}</Text>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
