import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import styles from './Tabs.module.css'

type Props<Id extends string> = {
  readonly label: string
  readonly tabs: readonly { readonly id: Id, readonly title: string, readonly content: ReactNode }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: Props<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key)
        if (chosen) onSelect(chosen.id)
      }}
    >
      <TabList className={styles.list} aria-label={label}>
        {tabs.map((tab) => <Tab key={tab.id} id={tab.id} className={styles.tab}>{tab.title}</Tab>)}
      </TabList>
      {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className={styles.panel}>{tab.content}</TabPanel>)}
    </AriaTabs>
  )
}
