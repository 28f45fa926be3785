import type { ImportedSales, TextColumn } from './imported-sales.ts'

/** Some of the orders of a file, with their lines; the rows that were set aside stay. `isTaken` gets the index of each order. */
export function pickOrders(sales: ImportedSales, isTaken: (order: number) => boolean): ImportedSales {
  const { orders, lines } = sales
  const taken = Int32Array.from(orders.days.keys()).filter(isTaken)
  const newIndex = new Int32Array(orders.days.length).fill(-1)
  taken.forEach((order, index) => { newIndex[order] = index })
  const isTakenLine = (line: number) => (newIndex[lines.orders[line] ?? 0] ?? -1) >= 0
  const takenLines = Int32Array.from(lines.orders.keys()).filter(isTakenLine)
  const takenRefunds = [...lines.refunds.lines.keys()].filter((refund) => isTakenLine(lines.refunds.lines[refund] ?? 0))
  const newLine = new Map([...takenLines].map((line, index) => [line, index]))
  return {
    ...sales,
    orders: {
      keys: pickTexts(orders.keys, taken),
      restarted: Uint8Array.from(taken, (order) => orders.restarted[order] ?? 0),
      days: taken.map((order) => orders.days[order] ?? 0),
      customers: taken.map((order) => orders.customers[order] ?? -1),
      contentHashes: Float64Array.from(taken, (order) => orders.contentHashes[order] ?? 0),
    },
    lines: {
      orders: takenLines.map((line) => newIndex[lines.orders[line] ?? 0] ?? 0),
      products: takenLines.map((line) => lines.products[line] ?? -1),
      quantities: Float64Array.from(takenLines, (line) => lines.quantities[line] ?? 0),
      amountCents: Float64Array.from(takenLines, (line) => lines.amountCents[line] ?? 0),
      lineNumbers: Uint32Array.from(takenLines, (line) => lines.lineNumbers[line] ?? 0),
      identical: Uint8Array.from(takenLines, (line) => lines.identical[line] ?? 0),
      derived: Uint8Array.from(takenLines, (line) => lines.derived[line] ?? 0),
      refunds: {
        lines: Int32Array.from(takenRefunds, (refund) => newLine.get(lines.refunds.lines[refund] ?? 0) ?? 0),
        days: Int32Array.from(takenRefunds, (refund) => lines.refunds.days[refund] ?? 0),
      },
    },
  }
}

function pickTexts({ bytes, offsets }: TextColumn, taken: Int32Array): TextColumn {
  const texts = [...taken].map((index) => bytes.subarray(offsets[index], offsets[index + 1]))
  return textColumn(texts)
}

/** Texts, as their UTF-8 bytes, one after the other. */
export function textColumn(texts: readonly Uint8Array[]): TextColumn {
  const offsets = new Uint32Array(texts.length + 1)
  texts.forEach((text, index) => { offsets[index + 1] = (offsets[index] ?? 0) + text.length })
  const bytes = new Uint8Array(offsets.at(-1) ?? 0)
  texts.forEach((text, index) => { bytes.set(text, offsets[index]) })
  return { bytes, offsets }
}
