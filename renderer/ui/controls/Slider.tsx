import { useId, type ReactNode } from 'react'
import { Input, NumberField, Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components'
import field from './field.module.css'
import styles from './Slider.module.css'

type Props = {
  readonly label: string
  readonly value: number
  readonly min: number
  /** The most that can be typed. */
  readonly max: number
  /** Where the track ends: less than the most, where most owners stay far below it. */
  readonly end: number
  readonly step: number
  /** Where it stands when nobody touched it: a notch on the track. */
  readonly standard: number
  readonly format: Intl.NumberFormatOptions
  /** Heard at every movement. */
  readonly onDrag: (value: number) => void
  /** Heard once it stays: on letting go, and for what was typed. */
  readonly onCommit: (value: number) => void
  /** What it means, what is usual and where that comes from; read with the slider. */
  readonly note: ReactNode
  /** The way back to where it stood. */
  readonly reset?: ReactNode
}

/** A figure to slide or to type, whichever the hand prefers. */
export function Slider({ label, value, min, max, end, step, standard, format, onDrag, onCommit, note, reset }: Props) {
  const labelId = useId()
  const noteId = useId()
  const share = (at: number) => (end > min ? Math.min(Math.max(at - min, 0) / (end - min), 1) * 100 : 0)
  return (
    <div className={styles.slider}>
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>{label}</span>
        <NumberField
          className={styles.figure} aria-labelledby={labelId} value={value} minValue={min} maxValue={max} step={step} formatOptions={format} isWheelDisabled
          onChange={(typed) => { if (!Number.isNaN(typed) && typed !== value) onCommit(typed) }}
        >
          <Input className={field.input} />
        </NumberField>
      </div>
      <AriaSlider
        aria-labelledby={labelId} value={value} minValue={min} maxValue={end} step={step} formatOptions={format}
        onChange={onDrag} onChangeEnd={onCommit}
      >
        <SliderTrack className={styles.track}>
          <span className={styles.fill} style={{ inlineSize: `calc(${share(value)}% + 0.5625rem)` }} />
          <span className={styles.notch} style={{ insetInlineStart: `${share(standard)}%` }} />
          {/* Named again: the thumb points at the group, and a name is not looked up through two others. */}
          <SliderThumb className={styles.thumb} aria-labelledby={labelId} aria-describedby={noteId} />
        </SliderTrack>
      </AriaSlider>
      <div className={styles.foot}>
        <div id={noteId}>{note}</div>
        {reset}
      </div>
    </div>
  )
}
