import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import styles from './rows.module.css'

/** A long list that is fetched and shown when asked for. */
export function OnDemand({ show, hide, children }: { readonly show: string; readonly hide: string; readonly children: ReactNode }) {
  const [isShown, setShown] = useState(false)
  if (!isShown) return <div><Button onPress={() => setShown(true)}>{show}</Button></div>
  return (
    <div className={styles.shown}>
      {children}
      <div><Button variant="quiet" onPress={() => setShown(false)}>{hide}</Button></div>
    </div>
  )
}
