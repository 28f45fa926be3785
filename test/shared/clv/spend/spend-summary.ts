import { referenceText } from '../reference-data.ts'

/** A calibration summary with what was spent in the back-test period, columns of equal length. */
export type SpendSummary = {
  readonly purchases: Int32Array
  readonly totals: Float64Array
  readonly repeats: Int32Array
  readonly repeatMeans: Float64Array
  readonly laterPurchases: Int32Array
  readonly laterTotals: Float64Array
}

export function spendSummary(file: string): SpendSummary {
  const rows = referenceText(file).split('\n').slice(1).map((line) => line.split(',').map(Number))
  const column = (position: number) => Float64Array.from(rows, (row) => row[position]!)
  const repeats = Int32Array.from(column(1))
  return {
    purchases: repeats.map((x) => x + 1), totals: column(6), repeats, repeatMeans: column(4), laterPurchases: Int32Array.from(column(7)), laterTotals: column(8),
  }
}
