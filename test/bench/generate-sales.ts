import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatIsoDay } from '../../shared/calendar.ts'
import { seededRandom } from '../../shared/random.ts'

const FIRST_DAY = 19_358
const DAYS = 1095
const PRODUCTS = 2000
const MOST_LINES = 4
const FLUSH_AT = 1 << 20
const HEADER = 'Order number,Date,Customer number,Customer name,Email,SKU,Product,Quantity,Unit price'
const firstNames = ['Anna', 'Björn', 'Clara', 'Dieter', 'Eva', 'Frank', 'Grete', 'Hans', 'Inés', 'Jürgen', 'Klára', 'Łukasz']
const lastNames = ['de Vries', 'Müller', 'Schmidt', 'Weiß', 'Novák', 'García', 'Kowalski', 'O\'Neil']

/** Twenty lines a customer is what shops look like over a few years. */
function customersFor(lines: number): number {
  return Math.max(1, Math.round(lines / 20))
}

/** The lines of a CSV file of order lines, header first: quoted names, accents, one to four lines an order. The same for the same arguments. */
export function* salesLines(lines: number, customers = customersFor(lines), seed = 1): Generator<string> {
  const random = seededRandom(seed)
  const upTo = (count: number, weight = random.uniform()) => Math.floor(count * weight)
  yield HEADER
  let order = 100_000
  for (let written = 0; written < lines;) {
    const customer = upTo(customers, random.uniform() ** 2)
    const day = formatIsoDay(FIRST_DAY + upTo(DAYS))
    const first = firstNames[customer % firstNames.length] ?? ''
    const name = `"${lastNames[customer % lastNames.length]}, ${first}"`
    const email = `${first.normalize('NFD').replaceAll(/[^a-zA-Z]/g, '').toLowerCase()}.${customer}@example.org`
    const orderLines = Math.min(lines - written, 1 + upTo(MOST_LINES, random.uniform() ** 2))
    order++
    for (let line = 0; line < orderLines; line++) {
      const product = upTo(PRODUCTS, random.uniform() ** 3)
      const priceCents = 200 + ((product * 7919) % 20_000)
      const quantity = 1 + upTo(4, random.uniform() ** 3)
      yield `A${order},${day},K${customer},${name},${email},SKU-${product},Article ${product},${quantity},${(priceCents / 100).toFixed(2)}`
    }
    written += orderLines
  }
}

function writeSalesFile(path: string, lines: number, customers: number): void {
  const unfinished = `${path}.${process.pid}`
  const file = openSync(unfinished, 'w')
  let text = ''
  for (const line of salesLines(lines, customers)) {
    text += `${line}\n`
    if (text.length < FLUSH_AT) continue
    writeSync(file, text)
    text = ''
  }
  writeSync(file, text)
  closeSync(file)
  renameSync(unfinished, path)
}

/** A generated sales file of this many lines, kept for the next time. */
export function salesFile(lines: number, customers = customersFor(lines)): string {
  const folder = join(tmpdir(), 'stamgast-bench')
  const path = join(folder, `sales-1-${lines}-${customers}.csv`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path)) writeSalesFile(path, lines, customers)
  return path
}
