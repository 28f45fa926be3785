import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Button } from '../../ui/controls/Button.tsx'
import styles from './rows.module.css'

type Props = {
  /** Names the table that is paged through. */
  readonly table: string
  readonly offset: number
  readonly pageSize: number
  readonly shown: number
  readonly total: number
  readonly onOffset: (offset: number) => void
}

/** Walks through a table that comes in pages; with one page there is nothing to walk through. */
export function Pager({ table, offset, pageSize, shown, total, onOffset }: Props) {
  const { t } = useTranslation('rows')
  const format = useFormat()
  if (total <= pageSize) return null
  const named = (direction: string) => t('page.which', { direction, table })
  return (
    <div className={styles.pager}>
      <Button isDisabled={offset === 0} aria-label={named(t('page.previous'))} onPress={() => onOffset(Math.max(0, offset - pageSize))}>{t('page.previous')}</Button>
      <output>{t('page.range', { from: format.number(offset + 1), to: format.number(offset + shown), total: format.number(total) })}</output>
      <Button isDisabled={offset + shown >= total} aria-label={named(t('page.next'))} onPress={() => onOffset(offset + pageSize)}>{t('page.next')}</Button>
    </div>
  )
}
