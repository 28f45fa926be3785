import { cellTexts } from '../../bytes/cell-reader.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'

const TOTALS = /^\s*(?:sub|eind|grand |gesamt)?(?:totaal|totalen|totals?|summe|gesamt|somme)\b/iu

/** Whether a row without a date is the total below a table: its amount is in the rows above already. */
export function isTotalsRow(row: ScannedRow): boolean {
  return cellTexts(row).some((cell) => TOTALS.test(cell))
}
