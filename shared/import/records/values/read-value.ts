import { formatIsoDay } from '../../../calendar.ts'
import type { DateOrder, DecimalMark, RejectReason } from '../../../contract/data.ts'
import { assertNever } from '../../../result.ts'
import { parseAmount, toCents } from '../../values/parse-amount.ts'
import type { RecordValue } from '../imported-records.ts'
import type { ValueType } from '../record-fields.ts'
import { parseLifeDay } from './life-day.ts'
import { parseMonth } from './month.ts'
import { parseTags } from './tags.ts'
import { parseYesNo } from './yes-no.ts'

export type ReadValue =
  | { readonly kind: 'value'; readonly value: RecordValue }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reason: RejectReason }

/** What programs write where there is nothing. */
const NOTHING = /^(?:|-+|n\/?a|null|none|nan|undefined|0000-00-00.*|00[-/.]00[-/.]0000.*)$/iu
/** No name, group or list of tags is longer. */
const MAX_TEXT = 1000
const LARGEST_SCORE = 10

const valueOf = (value: RecordValue): ReadValue => ({ kind: 'value', value })
const refused = (reason: RejectReason): ReadValue => ({ kind: 'refused', reason })

/** How the cells of a column are to be read. */
export type ValueReading = {
  readonly type: ValueType
  readonly dateOrder: DateOrder | null
  readonly decimalMark: DecimalMark | null
  readonly isOpposite: boolean
  readonly latestDay: number
}

/** Reads one cell. Without the apostrophe that spreadsheets put before numbers they are not to reckon with. */
export function readValue(cell: string, { type, dateOrder, decimalMark, isOpposite, latestDay }: ValueReading): ReadValue {
  const text = cell.replace(/^'+/u, '').trim()
  if (NOTHING.test(text)) return { kind: 'missing' }
  switch (type) {
    case 'text': return text.length > MAX_TEXT ? refused('value-unreadable') : valueOf(text.replace(/\s+/gu, ' '))
    case 'tags': return text.length > MAX_TEXT ? refused('value-unreadable') : valueOf(JSON.stringify(parseTags(text)))
    case 'yes-no': {
      const answer = parseYesNo(text)
      return answer === null ? refused('value-unreadable') : valueOf(answer === isOpposite ? 0 : 1)
    }
    case 'day': {
      const day = parseLifeDay(text, dateOrder, latestDay)
      if (typeof day === 'number') return valueOf(formatIsoDay(day))
      return refused(day === 'unreadable' ? 'date-unreadable' : 'date-impossible')
    }
    case 'month': {
      const month = parseMonth(text, dateOrder)
      return month === null ? refused('date-unreadable') : valueOf(month)
    }
    case 'cents': case 'number': case 'score': return readNumber(text, type, decimalMark)
    default: return assertNever(type)
  }
}

function readNumber(text: string, type: 'cents' | 'number' | 'score', mark: DecimalMark | null): ReadValue {
  const parsed = parseAmount(text, mark)
  if (parsed.kind === 'missing') return { kind: 'missing' }
  if (parsed.kind !== 'amount') return refused(parsed.kind === 'too-large' ? 'amount-too-large' : 'amount-unreadable')
  if (type === 'cents') return valueOf(toCents(parsed.value, parsed.scale))
  const number = parsed.value / 10 ** parsed.scale
  if (type === 'score' && !(Number.isInteger(number) && number >= 0 && number <= LARGEST_SCORE)) return refused('value-unreadable')
  return valueOf(number)
}
