import { useFormat } from '../../format.ts'
import { NumberField } from './NumberField.tsx'

type Props = {
  readonly label: string
  readonly cents: number | null
  readonly onCommit: (cents: number) => void
}

/** Ten million in the owner's currency: more than any customer of a small shop is worth. */
const MOST = 10_000_000

/** An amount to type, in the owner's currency; whole cents come out. */
export function MoneyField({ label, cents, onCommit }: Props) {
  const { currency } = useFormat()
  return (
    <NumberField
      label={label} value={cents === null ? null : cents / 100} min={0} max={MOST}
      format={{ style: 'currency', currency }} onCommit={(amount) => onCommit(Math.round(amount * 100))}
    />
  )
}
