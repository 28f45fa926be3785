import { CartesianGrid, LabelList, Line, LineChart as Chart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import styles from './LineChart.module.css'

type Props = {
  /** Read out in place of the drawing. */
  readonly label: string
  /** One value a step, from step zero on. */
  readonly values: readonly number[]
  readonly formatValue: (value: number) => string
  readonly formatStep: (step: number) => string
  /** A moment to point out, in steps. */
  readonly mark?: { readonly at: number, readonly label: string } | null
}

/** One line over time, with zero on the axis and its last value written beside it. */
export function LineChart({ label, values, formatValue, formatStep, mark }: Props) {
  const points = values.map((value, step) => ({ step, value }))
  const last = points.length - 1
  return (
    <div className={styles.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 192 }}>
        <Chart data={points} margin={{ top: 20, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} className={styles.grid!} />
          <XAxis dataKey="step" type="number" domain={[0, last]} ticks={[0, Math.round(last / 2), last]} tickFormatter={formatStep} interval="preserveStartEnd" className={styles.axis!} />
          <YAxis width="auto" tickCount={4} domain={[(low: number) => Math.min(0, low), (high: number) => Math.max(0, high)]} tickFormatter={formatValue} className={styles.axis!} />
          <ReferenceLine y={0} className={styles.zero!} />
          {mark && <ReferenceLine x={mark.at} className={styles.mark!} label={{ value: mark.label, position: 'top', className: styles.words! }} />}
          <Line dataKey="value" dot={false} isAnimationActive={false} className={styles.line!} strokeWidth={2} stroke="var(--accent)">
            <LabelList dataKey="value" content={({ index, x, y, value }) => index === last
              ? <text className={styles.words} x={Number(x)} y={Number(y) - 8} textAnchor="end">{formatValue(Number(value))}</text>
              : null}
            />
          </Line>
        </Chart>
      </ResponsiveContainer>
    </div>
  )
}
