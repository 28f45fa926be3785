import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { PurchaseSummary } from '../../../shared/customers/sales-ledger.ts'

/** Numbers computed by other software and real data: beside the project, read where present, never copied in. */
const REFERENCE = new URL('../../../../shared/reference/', import.meta.url)
const DATA = new URL('../../../../shared/data/', import.meta.url)

export const referenceMissing = !existsSync(REFERENCE)
export const dataMissing = !existsSync(DATA)
export const MISSING = '(needs ../shared beside the project)'

function text(file: string, folder: URL): string {
  const bytes = readFileSync(new URL(file, folder))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim()
}

export function referenceText(file: string): string {
  return text(file, REFERENCE)
}

export function dataText(file: string): string {
  return text(file, DATA)
}

export type CalibrationRow = { customer: string; x: number; spanDays: number; observedDays: number; spendCents: number; laterPurchases: number }

/** A calibration summary: cust,x,t_x,T,m_x,first_spend,spend_cal,x_star,... with times in weeks. */
export function calibration(file: string): CalibrationRow[] {
  return referenceText(file).split('\n').slice(1).map((line) => {
    const [customer = '', x, span, observed, , , spend, later] = line.split(',')
    return {
      customer, x: Number(x), spanDays: Math.round(Number(span) * 7), observedDays: Math.round(Number(observed) * 7),
      spendCents: Math.round(Number(spend) * 100), laterPurchases: Number(later),
    }
  })
}

/** The same as the models' input; the data end on day 10,000. */
export function summaryOf(rows: readonly CalibrationRow[]): PurchaseSummary {
  const observedUntilDay = 10_000
  const firstDay = Int32Array.from(rows, (row) => observedUntilDay - row.observedDays)
  const cents = Float64Array.from(rows, (row) => row.spendCents)
  return {
    customerIds: Int32Array.from(rows, (_, i) => i + 1),
    purchaseCount: Int32Array.from(rows, (row) => row.x + 1),
    firstDay,
    lastDay: firstDay.map((day, i) => day + rows[i]!.spanDays),
    netCents: cents,
    purchaseCents: cents,
    observedUntilDay,
  }
}
