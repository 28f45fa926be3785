import { useTranslation } from 'react-i18next'
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { exportLayouts } from '../../../shared/contract/lists.ts'
import { useSettings } from '../../frame/settings-store.ts'
import { Button } from '../controls/Button.tsx'
import { type SavedTable, useSaving } from './saving-table.ts'
import styles from './SaveTable.module.css'

type Props = {
  readonly table: SavedTable
  /** What the file is called, without its date; the name of the table where nothing is said. */
  readonly name?: string
  /** Where several tables can be saved side by side: which this is. */
  readonly label?: string
  readonly isQuiet?: boolean
  readonly isDisabled?: boolean
}

/** Saves what is on screen as a file; the layout chosen last is marked. */
export function SaveTable({ table, name, label, isQuiet = false, isDisabled = false }: Props) {
  const { t } = useTranslation('exports')
  const remembered = useSettings((state) => state.settings.exportLayout)
  const { isSaving, save } = useSaving()
  return (
    <MenuTrigger>
      <Button variant={isQuiet ? 'quiet' : 'secondary'} isDisabled={isSaving || isDisabled}>
        <span className={styles.trigger}>
          {isSaving ? t('saving') : label ?? t('save')}
          <svg className={styles.chevron} viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" /></svg>
        </span>
      </Button>
      <Popover className={styles.popover} offset={4}>
        <Menu className={styles.menu} selectionMode="single" selectedKeys={remembered ? [remembered] : []} disallowEmptySelection>
          {exportLayouts.map((layout) => (
            <MenuItem key={layout} id={layout} className={styles.item} textValue={t(`layouts.${layout}`)} onAction={() => void save(table, layout, name ?? t(`titles.${table.kind}`))}>
              <Text slot="label" className={styles.name}>{t(`layouts.${layout}`)}</Text>
              <Text slot="description" className={styles.note}>{t(`layoutNotes.${layout}`)}</Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
