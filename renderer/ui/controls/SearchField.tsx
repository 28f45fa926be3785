import { useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Input, Label, SearchField as AriaSearchField } from 'react-aria-components'
import styles from './field.module.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** Escape empties it. */
export function SearchField({ label, value, onChange, placeholder, inputRef }: Props) {
  const { t } = useTranslation('frame')
  const own = useRef<HTMLInputElement>(null)
  return (
    <AriaSearchField className={styles.field} value={value} onChange={onChange}>
      <Label className={styles.label}>{label}</Label>
      <div className={styles.search}>
        <svg className={styles.glass} viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M10.5 10.5L14 14" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        <Input ref={inputRef ?? own} className={styles.input} {...(placeholder ? { placeholder } : {})} />
        <Button className={styles.clear} aria-label={t('clearSearch')}>✕</Button>
      </div>
    </AriaSearchField>
  )
}
