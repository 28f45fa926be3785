import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components'
import styles from './Checkbox.module.css'

type Props = {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children: ReactNode
  readonly isDisabled?: boolean
}

export function Checkbox({ children, ...rest }: Props) {
  return (
    <AriaCheckbox {...rest} className={styles.line}>
      <span className={styles.box} aria-hidden="true"><svg viewBox="0 0 16 16"><path d="M3 8.5l3.5 3.5L13 4.5" fill="none" stroke="currentColor" strokeWidth="2.25" /></svg></span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}

/** On or off, kept at once; a `Checkbox` is for what is sent together with other things. */
export function Switch({ children, ...rest }: Props) {
  return (
    <AriaSwitch {...rest} className={styles.line}>
      <span className={styles.track} aria-hidden="true"><span className={styles.thumb} /></span>
      <span>{children}</span>
    </AriaSwitch>
  )
}
