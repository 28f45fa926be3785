import { useId, type ReactNode } from 'react'
import { Input, NumberField, Slider as AriaSlider, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components'
import field from './field.module.css'
import styles from './Slider.module.css'

type Props = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
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
export function Slider({ label, value, min, max, step, standard, format, onDrag, onCommit, note, reset }: Props) {
  const labelId = useId()
  const noteId = useId()
  const notch = max > min ? ((standard - min) / (max - min)) * 100 : 0
  return (
    <div className={styles.slider}>
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>{label}</span>
        <NumberField
          className={styles.figure} aria-labelledby={labelId} value={value} minValue={min} maxValue={max} step={step} formatOptions={format} isWheelDisabled
          onChange={(typed) => { if (!Number.isNaN(typed) && typed !== value) onCommit(typed) }}
        >
          <Input className={field.input!} />
        </NumberField>
      </div>
      <AriaSlider
        aria-labelledby={labelId} value={value} minValue={min} maxValue={max} step={step} formatOptions={format}
        onChange={onDrag} onChangeEnd={onCommit}
      >
        <SliderTrack className={styles.track}>
          <SliderFill className={styles.fill} />
          <span className={styles.notch} style={{ insetInlineStart: `${notch}%` }} />
          <SliderThumb className={styles.thumb} aria-describedby={noteId} />
        </SliderTrack>
      </AriaSlider>
      <div className={styles.foot}>
        <div id={noteId}>{note}</div>
        {reset}
      </div>
    </div>
  )
}
