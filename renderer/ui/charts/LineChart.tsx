import { CartesianGrid, LabelList, Line, LineChart as Chart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import styles from './LineChart.module.css'
import { niceTicks } from './nice-ticks.ts'

type Props = {
  /** Read out in place of the drawing. */
  readonly label: string
  /** Written beside the end of the line. */
  readonly end: string
  /** One value a step, from step zero on. */
  readonly values: readonly number[]
  readonly formatValue: (value: number) => string
  readonly formatStep: (step: number) => string
  /** A moment to point out, in steps. */
  readonly mark?: { readonly at: number, readonly label: string } | null
}

/** One line over time, with zero on the axis and its last value written beside it. */
export function LineChart({ label, end, values, formatValue, formatStep, mark }: Props) {
  const last = values.length - 1
  const points = values.map((value, step) => ({ step, value, last: step === last ? end : '' }))
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 4)
  return (
    // The drawing is several elements, so it cannot be an <img>.
    <div className={styles.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 192 }}>
        <Chart data={points} margin={{ top: 20, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis dataKey="step" type="number" domain={[0, last]} ticks={[0, Math.round(last / 2), last]} tickFormatter={formatStep} interval="preserveStartEnd" stroke="var(--rule-strong)" />
          <YAxis width="auto" ticks={ticks} domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]} interval={0} tickFormatter={formatValue} stroke="var(--rule-strong)" />
          <ReferenceLine y={0} stroke="var(--ink-soft)" />
          {mark && <ReferenceLine x={mark.at} stroke="var(--gain)" strokeDasharray="4 3" label={{ value: mark.label, position: 'top', className: styles.words }} />}
          <Line dataKey="value" dot={false} isAnimationActive={false} strokeWidth={2} stroke="var(--accent)">
            <LabelList dataKey="last" position="top" textAnchor="end" className={styles.words} />
          </Line>
        </Chart>
      </ResponsiveContainer>
    </div>
  )
}
