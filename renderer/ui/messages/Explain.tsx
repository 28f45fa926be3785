import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { Button } from '../controls/Button.tsx'
import styles from './Explain.module.css'

type Props = {
  /** What is explained: "Customer equity". */
  readonly title: string
  /** One sentence, the formula with own figures, how sure, what to do. */
  readonly children: ReactNode
  /** Other words on the button than "How is this computed?". */
  readonly label?: string
}

/** Behind every figure: how it was computed. */
export function Explain({ title, children, label }: Props) {
  const { t } = useTranslation('frame')
  const words = label ?? t('explain')
  return (
    <DialogTrigger>
      <span className={styles.trigger}><Button variant="quiet" aria-label={`${words} ${title}`}>{words}</Button></span>
      <Popover className={styles.popover} placement="bottom start" offset={6}>
        <Dialog className={styles.dialog}>
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className={styles.title}>{title}</Heading>
              <div className={styles.body}>{children}</div>
              <div><Button onPress={close}>{t('close')}</Button></div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
