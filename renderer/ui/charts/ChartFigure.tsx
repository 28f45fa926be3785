import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../controls/Button.tsx'
import styles from './ChartFigure.module.css'

type Props = {
  readonly title: string
  /** What the marks mean, in a sentence. */
  readonly note: ReactNode
  readonly chart: ReactNode
  /** The same figures as a `Table`. */
  readonly table: ReactNode
}

/** A chart with its twin: the same figures as a table, one button away. */
export function ChartFigure({ title, note, chart, table }: Props) {
  const { t } = useTranslation('frame')
  const [isTable, setTable] = useState(false)
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <h3>{title}</h3>
        <span className={styles.switch}>
          <Button variant="quiet" aria-label={`${t(isTable ? 'chart.asChart' : 'chart.asTable')}: ${title}`} onPress={() => setTable(!isTable)}>
            {t(isTable ? 'chart.asChart' : 'chart.asTable')}
          </Button>
        </span>
      </figcaption>
      {isTable ? table : chart}
      <p className={styles.note}>{note}</p>
    </figure>
  )
}
