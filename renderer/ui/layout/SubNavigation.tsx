import styles from './SubNavigation.module.css'

type Item<Name extends string> = { readonly name: Name; readonly label: string }
type Props<Name extends string> = {
  /** What the pages are about, for who cannot see that they belong together. */
  readonly label: string
  readonly items: readonly Item<Name>[]
  readonly current: Name
  readonly onGo: (name: Name) => void
}

/** The pages inside one screen. */
export function SubNavigation<Name extends string>({ label, items, current, onGo }: Props<Name>) {
  return (
    <nav aria-label={label} className={styles.bar}>
      <ul className={styles.list}>
        {items.map(({ name, label }) => (
          <li key={name}>
            <button type="button" className={styles.link} aria-current={name === current ? 'page' : undefined} onClick={() => onGo(name)}>{label}</button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
