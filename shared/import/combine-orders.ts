/** A line of an order, as far as two files can be held against each other by it. */
export type OrderPartLine = {
  readonly productKey: string | null
  readonly quantity: number
  readonly amountCents: number
  /** Day number of money given back, where it is known to be later than the sale; `null` otherwise. */
  readonly refundedOn: number | null
}
/** What one file says about an order: `day` is a day number (shared/calendar.ts), `customerKey` is `null` where nobody is named. */
export type OrderPart<Line extends OrderPartLine = OrderPartLine> = {
  readonly day: number
  readonly customerKey: string | null
  readonly lines: readonly Line[]
}
export type Combined<Line extends OrderPartLine> =
  /** All of what came in was there already. */
  | { readonly kind: 'contained' }
  /** What came in says everything that is to be said. */
  | { readonly kind: 'replaced' }
  /** Both say something that the other does not. */
  | { readonly kind: 'combined'; readonly order: OrderPart<Line> }

/** Whether an order holds only money that was given back: its sale is not in the same file. */
export function isRefundAlone({ lines }: OrderPart): boolean {
  return lines.some(({ amountCents }) => amountCents < 0) && lines.every(({ amountCents }) => amountCents <= 0)
}

/** An order of which each line that gives money back says when: one without its sale gave it back on its own day. */
function withRefundDays<Line extends OrderPartLine>(order: OrderPart<Line>): OrderPart<Line> {
  if (!isRefundAlone(order)) return order
  return { ...order, lines: order.lines.map((line) => ({ ...line, refundedOn: line.refundedOn ?? order.day })) }
}

/**
 * Holds an order that came in against the one with the same number that is there. A file of some months has the sales of those
 * months and the refunds of those months, each under the number of its sale: neither has to be all there is of an order. So what came in
 * takes the place of what is there, except for refunds of days about which it says nothing; and a refund that comes alone is added to
 * its sale. The same line on another day is another refund; a refund without a day of its own is the same as one that has.
 * Gives `null` where the two are not the same order: sales of different days, different customers, a refund before its sale.
 * Example: a sale of 4500 is there, and a refund of 1500 comes in: combined, with both lines. The same refund once more: contained.
 */
export function combineOrders<Line extends OrderPartLine>(stored: OrderPart<Line>, incoming: OrderPart<Line>): Combined<Line> | null {
  const [former, latter] = [withRefundDays(stored), withRefundDays(incoming)]
  const [isFormerRefund, isLatterRefund] = [isRefundAlone(former), isRefundAlone(latter)]
  if (former.customerKey !== null && latter.customerKey !== null && former.customerKey !== latter.customerKey) return null
  if (!isFormerRefund && !isLatterRefund && former.day !== latter.day) return null
  if (isFormerRefund && !isLatterRefund && former.day < latter.day) return null
  if (isLatterRefund && !isFormerRefund && latter.day < former.day) return null

  const { restOfFormer, restOfLatter } = unmatched(former.lines, latter.lines)
  const namesNobodyElse = latter.customerKey === former.customerKey || (isLatterRefund && latter.customerKey === null)
  const isPartOfFormer = isLatterRefund || restOfFormer.every(({ amountCents }) => amountCents < 0)
  if (restOfLatter.length === 0 && isPartOfFormer && namesNobodyElse) return { kind: 'contained' }

  const daysOfRefunds = new Set(latter.lines.map(({ refundedOn }) => refundedOn))
  const kept = new Set(restOfFormer.filter(({ amountCents, refundedOn }) => (
    amountCents < 0 && refundedOn !== null ? !daysOfRefunds.has(refundedOn) : isLatterRefund)))
  if (kept.size === 0 && (latter.customerKey !== null || former.customerKey === null || !isFormerRefund)) return { kind: 'replaced' }
  return {
    kind: 'combined',
    order: {
      day: Math.min(former.day, latter.day),
      customerKey: latter.customerKey ?? former.customerKey,
      lines: [...former.lines.filter((line) => kept.has(line)), ...latter.lines],
    },
  }
}

/** The lines of each that the other does not have, each matched at most once; those that agree about their day first. */
function unmatched<Line extends OrderPartLine>(former: readonly Line[], latter: readonly Line[]) {
  const open = new Map<string, Line[]>()
  for (const line of former) {
    const same = open.get(contentOf(line))
    if (same) same.push(line)
    else open.set(contentOf(line), [line])
  }
  const matched = new Set<Line>()
  const take = (line: Line, agrees: (other: Line) => boolean) => {
    const candidates = open.get(contentOf(line)) ?? []
    const at = candidates.findIndex(agrees)
    const other = candidates[at]
    if (other === undefined) return
    candidates.splice(at, 1)
    matched.add(line).add(other)
  }
  for (const line of latter) take(line, (other) => other.refundedOn === line.refundedOn)
  for (const line of latter) if (!matched.has(line)) take(line, (other) => other.refundedOn === null || line.refundedOn === null)
  return { restOfFormer: former.filter((line) => !matched.has(line)), restOfLatter: latter.filter((line) => !matched.has(line)) }
}

function contentOf({ productKey, quantity, amountCents }: OrderPartLine): string {
  return JSON.stringify([productKey, quantity, amountCents])
}
