import { CartesianGrid, LabelList, ReferenceDot, ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import styles from './DiagonalChart.module.css'
import { niceTicks } from '../nice-ticks.ts'

type Point = { readonly across: number, readonly up: number }
type Props = {
  /** Read out in place of the drawing. */
  readonly label: string
  readonly points: readonly Point[]
  /** Written beside the last point. */
  readonly last: string
  readonly formatValue: (value: number) => string
  readonly acrossName: string
  readonly upName: string
  /** What lying on the diagonal, above it and below it means. */
  readonly onName: string
  readonly aboveName: string
  readonly belowName: string
}

/** Pairs of amounts of one kind against the diagonal on which both are equal; zero is in the corner. */
export function DiagonalChart({ label, points, last, formatValue, acrossName, upName, onName, aboveName, belowName }: Props) {
  const ticks = niceTicks(0, Math.max(0, ...points.flatMap(({ across, up }) => [across, up])), 5)
  const end = ticks.at(-1) ?? 0
  const scale = { type: 'number', domain: [0, end], ticks, interval: 0, tickFormatter: formatValue, stroke: 'var(--rule-strong)' } as const
  const data = points.map((point, index) => ({ ...point, words: index === points.length - 1 ? last : '' }))
  const written = (value: string, place: readonly [number, number], position: 'left' | 'right') =>
    <ReferenceDot x={place[0] * end} y={place[1] * end} r={0} label={{ value, position, offset: 0 }} />
  return (
    // The drawing is several elements, so it cannot be an <img>.
    <div className={styles.chart} role="img" aria-label={label}>
      <span className={styles.axis}>↑ {upName}</span>
      <div className={styles.field}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 304 }}>
          <ScatterChart margin={{ top: 8, right: 24, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--rule)" />
            <XAxis dataKey="across" {...scale} />
            <YAxis dataKey="up" width="auto" {...scale} />
            <ReferenceLine segment={[{ x: 0, y: 0 }, { x: end, y: end }]} stroke="var(--ink-soft)" strokeDasharray="5 4" />
            {written(aboveName, [0.03, 0.94], 'right')}
            {written(belowName, [0.97, 0.06], 'left')}
            {written(onName, [0.68, 0.63], 'right')}
            <Scatter data={data} fill="var(--accent)" isAnimationActive={false}>
              <LabelList dataKey="words" position="left" className={styles.words} />
            </Scatter>
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      <span className={`${styles.axis} ${styles.across}`}>{acrossName} →</span>
    </div>
  )
}
