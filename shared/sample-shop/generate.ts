import { DAYS_PER_WEEK, formatIsoDay, parseIsoDay } from '../calendar.ts'
import { seededRandom, type Random } from '../random.ts'
import { familyNames, givenNames } from './names.ts'
import { companions, sampleProducts, type ProductGroup, type SampleProduct } from './products.ts'
import { sampleShopTruth } from './truth.ts'

export type SampleLanguage = 'nl' | 'en'

type Customer = { readonly number: string; readonly name: string; readonly email: string }
type Line = { readonly sku: string; readonly nl: string; readonly en: string; readonly quantity: number; readonly priceCents: number }
type Order = { readonly day: number; readonly customer: Customer | null; readonly lines: readonly Line[]; readonly prefix: string }

const SEED = 20_261_031
const REFUND_SHARE = 0.008
const COUNTER_SALES = 60
/** Orders smaller than this many euros do not happen: the cheapest product costs about that much. */
const SMALLEST_ORDER_CENTS = 450

/**
 * The sales file of an invented coffee and tea web shop: two years of order lines up to 31 October 2026, as a shop's own
 * export would look. Dutch: semicolons, day-month-year, decimal comma; English: commas, ISO dates, decimal point. Both
 * hold the same sales. Behaviour follows `sampleShopTruth`; a few refunds (own credit orders), counter sales without a
 * customer and one fee are in it, because real files have them. The same every time.
 */
export function generateSampleShopCsv(language: SampleLanguage): string {
  const orders = sampleOrders()
  const header = language === 'nl'
    ? 'Bestelnummer;Datum;Klantnummer;Klantnaam;E-mail;Artikelnummer;Artikel;Aantal;Prijs'
    : 'Order number,Date,Customer number,Customer name,Email,SKU,Product,Quantity,Unit price'
  const separator = language === 'nl' ? ';' : ','
  const rows = [header]
  for (const [index, order] of orders.entries()) {
    const orderNumber = `${order.prefix}${10_001 + index}`
    const { number, name, email } = order.customer ?? { number: '', name: '', email: '' }
    for (const line of order.lines) {
      const cells = [orderNumber, writeDate(order.day, language), number, name, email, line.sku, line[language], String(line.quantity), writeAmount(line.priceCents, language)]
      rows.push(cells.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator))
    }
  }
  return `${rows.join('\r\n')}\r\n`
}

function writeDate(day: number, language: SampleLanguage): string {
  const iso = formatIsoDay(day)
  return language === 'nl' ? iso.split('-').toReversed().join('-') : iso
}

function writeAmount(cents: number, language: SampleLanguage): string {
  const text = (cents / 100).toFixed(2)
  return language === 'nl' ? text.replace('.', ',') : text
}

function sampleOrders(): readonly Order[] {
  const random = seededRandom(SEED)
  const firstDay = dayOf(sampleShopTruth.firstDay)
  const lastDay = dayOf(sampleShopTruth.lastDay)
  const orders: Order[] = []
  const firstVisits = Float64Array.from({ length: sampleShopTruth.customers }, () => firstDay + random.uniform() * (lastDay - firstDay)).sort()
  for (const [index, customer] of inventCustomers(random, sampleShopTruth.customers).entries()) {
    orders.push(...customerOrders(random, customer, firstVisits[index] ?? firstDay, lastDay))
  }
  orders.push(...refunds(random, orders, lastDay))
  for (let i = 0; i < COUNTER_SALES; i++) {
    const day = firstDay + Math.floor(random.uniform() * (lastDay - firstDay + 1))
    const favorite = random.uniform() < 0.6 ? 'coffee' : 'tea'
    orders.push({ day, customer: null, prefix: '', lines: fillBasket(random, favorite, 900 + 1500 * random.uniform()) })
  }
  const fee = { sku: 'BANK', nl: 'Bankkosten', en: 'Bank charges', quantity: 1, priceCents: -1250 }
  orders.push({ day: lastDay - 3, customer: null, prefix: '', lines: [fee] })
  return orders.toSorted((one, other) => one.day - other.day)
}

function dayOf(iso: string): number {
  const day = parseIsoDay(iso)
  if (day === null) throw new Error(`Not a day: ${iso}`)
  return day
}

function inventCustomers(random: Random, count: number): readonly Customer[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${pick(random, givenNames)} ${pick(random, familyNames)}`
    const mailbox = name.toLowerCase().normalize('NFD').replace(/[^a-z ]/g, '').trim().replace(/ +/g, '.')
    const host = random.uniform() < 0.7 ? 'example.nl' : 'example.org'
    return { number: `K${1001 + index}`, name, email: `${mailbox}.${index + 1}@${host}` }
  })
}

/** One customer's orders from the first visit on: buy, perhaps never come back, else wait an exponential time, and again. */
function customerOrders(random: Random, customer: Customer, firstVisit: number, lastDay: number): readonly Order[] {
  const { transactions, spend } = sampleShopTruth
  const weeklyRate = random.gamma(transactions.r) / transactions.alpha
  const dropout = random.beta(transactions.a, transactions.b)
  const spendRate = random.gamma(spend.q) / spend.gamma
  const favorite: ProductGroup = random.uniform() < 0.62 ? 'coffee' : 'tea'
  const orders: Order[] = []
  let time = firstVisit
  let latestDay = -1
  while (time < lastDay + 1) {
    const day = Math.floor(time)
    const targetCents = Math.max(SMALLEST_ORDER_CENTS, (100 * random.gamma(spend.p)) / spendRate)
    // Two orders on one day are one purchase to the models: the second would change nothing but the order's value.
    if (day > latestDay) orders.push({ day, customer, prefix: '', lines: fillBasket(random, favorite, targetCents) })
    latestDay = day
    if (random.uniform() < dropout) break
    time += (-Math.log(1 - random.uniform()) / weeklyRate) * DAYS_PER_WEEK
  }
  return orders
}

/** Products that go together until the basket is worth about `targetCents`. */
function fillBasket(random: Random, favorite: ProductGroup, targetCents: number): readonly Line[] {
  const quantities = new Map<SampleProduct, number>()
  let left = targetCents
  let group = favorite
  for (;;) {
    const affordable = sampleProducts.filter((product) => product.group === group && product.priceCents <= left + 200)
    const product = affordable.length > 0 ? pickWeighted(random, affordable) : cheapest(left)
    if (!product) break
    quantities.set(product, (quantities.get(product) ?? 0) + 1)
    left -= product.priceCents
    group = pick(random, companions[product.group])
  }
  return [...quantities].map(([product, quantity]) => ({ sku: product.sku, nl: product.nl, en: product.en, quantity, priceCents: product.priceCents }))
}

/** The product closest to what is left to spend, while adding one comes nearer to it than adding none. */
function cheapest(leftCents: number): SampleProduct | undefined {
  const near = sampleProducts.filter((product) => product.priceCents < 2 * leftCents)
  return near.toSorted((one, other) => Math.abs(one.priceCents - leftCents) - Math.abs(other.priceCents - leftCents))[0]
}

function refunds(random: Random, orders: readonly Order[], lastDay: number): readonly Order[] {
  const returned: Order[] = []
  for (const order of orders) {
    if (random.uniform() >= REFUND_SHARE) continue
    const line = pick(random, order.lines)
    const day = order.day + 3 + Math.floor(random.uniform() * 15)
    if (day <= lastDay) returned.push({ day, customer: order.customer, prefix: 'C', lines: [{ ...line, quantity: -1 }] })
  }
  return returned
}

function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random.uniform() * values.length)]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}

function pickWeighted(random: Random, products: readonly SampleProduct[]): SampleProduct {
  let left = random.uniform() * products.reduce((sum, product) => sum + product.weight, 0)
  for (const product of products) {
    left -= product.weight
    if (left < 0) return product
  }
  return pick(random, products)
}
