import { useFormat } from '../../format.ts'
import styles from './Waterfall.module.css'
import { waterfallGeometry, type WaterfallBar, type WaterfallPart } from './waterfall-geometry.ts'

type Props<Id extends string> = {
  readonly parts: readonly WaterfallPart<Id>[]
  /** What amounts are rounded to, in cents. */
  readonly step: number
  readonly nameOf: (id: Id) => string
  /** How an amount is written; the way people say it where nothing is given. */
  readonly amountOf?: (part: WaterfallBar<Id>) => string
  /** What the whiskers say, for who cannot see them. */
  readonly rangeOf: (part: WaterfallPart<Id>) => string
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`

/**
 * From the first amount to the total, part by part. What is gained is filled, what is lost is hollow, so that it does not take colours to
 * tell them apart. Drawn in shares of the width: it fits a column, a window at 200% and a sheet of paper alike.
 */
export function Waterfall<Id extends string>({ parts, step, nameOf, amountOf, rangeOf }: Props<Id>) {
  const format = useFormat()
  const { zero, bars } = waterfallGeometry(parts, step)
  return (
    <ol className={styles.waterfall}>
      {bars.map((bar) => (
        <li key={bar.id} className={bar.isTotal ? styles.total : styles.part} title={rangeOf(bar)}>
          <span className={styles.name}>{nameOf(bar.id)}</span>
          <span className={styles.amount}>{amountOf?.(bar) ?? format.moneyRounded(bar.shownCents)}</span>
          <span className="visually-hidden">{rangeOf(bar)}</span>
          <Bar bar={bar} zero={zero} />
        </li>
      ))}
    </ol>
  )
}

function Bar({ bar, zero }: { readonly bar: WaterfallBar, readonly zero: number }) {
  const left = Math.min(bar.start, bar.end)
  const hasWhisker = bar.high > bar.low
  return (
    <svg className={styles.bar} aria-hidden="true">
      <line className={styles.axis} x1={percent(zero)} x2={percent(zero)} y1="0" y2="100%" />
      <rect className={bar.cents < 0 ? styles.loss : styles.gain} x={percent(left)} width={percent(Math.abs(bar.end - bar.start))} y="3" height="12" />
      {hasWhisker && (
        <g className={styles.whisker}>
          <line className={styles.halo} x1={percent(bar.low)} x2={percent(bar.high)} y1="9" y2="9" />
          <line x1={percent(bar.low)} x2={percent(bar.high)} y1="9" y2="9" />
          <line x1={percent(bar.low)} x2={percent(bar.low)} y1="5" y2="13" />
          <line x1={percent(bar.high)} x2={percent(bar.high)} y1="5" y2="13" />
        </g>
      )}
    </svg>
  )
}
