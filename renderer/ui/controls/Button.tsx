import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './Button.module.css'

type Props = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly variant?: 'primary' | 'secondary' | 'quiet'
  readonly children: ReactNode
}

/** One `primary` a screen; `quiet` looks like a link and stands inside text or next to a figure. */
export function Button({ variant = 'secondary', ...rest }: Props) {
  return <AriaButton {...rest} className={`${styles.button} ${styles[variant]}`} />
}
