import { expect, test } from 'vitest'
import { formatIsoDay } from '../../../../shared/calendar.ts'
import { readText, sum, texts } from '../read-sales.ts'

const HEADER = 'receipt number,date,customer,amount'

/** Each order as number, day, customer, cents and whether its number starts again, by day. */
function ordersIn(rows: readonly string[], header = HEADER) {
  const { sales } = readText(`${[header, ...rows].join('\n')}\n`)
  const customers = texts(sales.customers.keys)
  return texts(sales.orders.keys).map((key, order) => [
    key, formatIsoDay(sales.orders.days[order] ?? Number.NaN), customers[sales.orders.customers[order] ?? -1] ?? null,
    sum(sales.lines.amountCents.filter((_, line) => sales.lines.orders[line] === order)), sales.orders.restarted[order] === 1,
  ]).toSorted((a, b) => `${String(a[1])} ${String(a[0])}`.localeCompare(`${String(b[1])} ${String(b[0])}`))
}

const till = [
  '1,2026-02-02,,3.50', '1,2026-02-02,,2.00', '2,2026-02-02,Anna,8.00', '3,2026-02-02,,4.00',
  '1,2026-02-03,,3.50', '2,2026-02-03,,12.00', '2,2026-02-03,,1.00',
  '1,2026-02-04,Bob,7.00', '2,2026-02-04,Anna,6.00', '3,2026-02-04,,5.00', '4,2026-02-04,,1.00',
]
const sold = [
  ['1', '2026-02-02', null, 550, true], ['2', '2026-02-02', 'name:anna', 800, true], ['3', '2026-02-02', null, 400, true],
  ['1', '2026-02-03', null, 350, true], ['2', '2026-02-03', null, 1300, true],
  ['1', '2026-02-04', 'name:bob', 700, true], ['2', '2026-02-04', 'name:anna', 600, true], ['3', '2026-02-04', null, 500, true], ['4', '2026-02-04', null, 100, false],
]

test('a till that numbers its receipts anew every day: every receipt is an order, also of the customer who had that number before', () => {
  expect(ordersIn(till)).toEqual(sold)
  expect(ordersIn(till.toReversed())).toEqual(sold)
})

test('every month, with nothing but numbers and amounts', () => {
  const month = (name: string, cents: number) => Array.from({ length: 30 }, (_, row) => `R-${row + 1},2026-${name}-${String(1 + Math.floor(row / 2)).padStart(2, '0')},,${cents + row}.00`)
  const orders = ordersIn([...month('01', 10), ...month('02', 50), ...month('03', 90)])
  expect(orders).toHaveLength(90)
  expect(orders.filter(([key]) => key === 'R-7').map(([, day, , cents]) => [day, cents])).toEqual([['2026-01-04', 1600], ['2026-02-04', 5600], ['2026-03-04', 9600]])
})

test('money given back days later stays with its sale, whichever stands first', () => {
  const rows = ['901,2026-01-10,Anna,50.00', '902,2026-01-11,Bob,9.00', '903,2026-01-12,,4.00', '901,2026-02-14,Anna,-50.00', '903,2026-02-15,,-1.00']
  const orders = [['901', '2026-01-10', 'name:anna', 0, false], ['902', '2026-01-11', 'name:bob', 900, false], ['903', '2026-01-12', null, 300, false]]
  expect(ordersIn(rows)).toEqual(orders)
  expect(ordersIn(rows.toReversed())).toEqual(orders)
})

test('where numbers start again, money given back goes to the last sale before it of that customer; without one it stands alone', () => {
  const back = ['2,2026-02-06,Anna,-6.00', '1,2026-02-05,,-3.50', '2,2026-02-01,Dora,-2.00']
  const expected = [['2', '2026-02-01', 'name:dora', -200, true], ...sold.map(([key, day, customer, cents, restarted]) => {
    const givenBack = key === '1' && day === '2026-02-03' ? 350 : key === '2' && day === '2026-02-04' ? 600 : 0
    return [key, day, customer, Number(cents) - givenBack, restarted]
  })]
  expect(ordersIn([...till, ...back])).toEqual(expected)
  expect(ordersIn([...till, ...back].toReversed())).toEqual(expected)
})

test('an invoice of several days is one order: rows that follow each other, or the same customer again', () => {
  const together = ['2026-001,2026-01-03,Anna,10.00', '2026-001,2026-01-05,Anna,20.00', '2026-001,2026-01-09,,5.00', '2026-002,2026-01-04,Bob,7.00', '2026-002,2026-01-10,Bob,3.00']
  const invoices = [['2026-001', '2026-01-03', 'name:anna', 3500, false], ['2026-002', '2026-01-04', 'name:bob', 1000, false]]
  expect(ordersIn(together)).toEqual(invoices)
  const byDay = ['2026-001,2026-01-03,Anna,10.00', '2026-002,2026-01-04,Bob,7.00', '2026-001,2026-01-05,Anna,20.00', '2026-002,2026-01-10,Bob,3.00', '2026-001,2026-01-11,Anna,5.00']
  expect(ordersIn(byDay)).toEqual(invoices)
  expect(ordersIn(byDay.toReversed())).toEqual(invoices)
})

test('a receipt that goes on past midnight is one order, also where numbers start again every day', () => {
  const night = ['1,2026-02-02,,9.00', '2,2026-02-02,,8.00', '3,2026-02-02,,3.00', '3,2026-02-03,,4.00', '1,2026-02-03,,5.00', '2,2026-02-03,,6.00']
  expect(ordersIn(night)).toEqual([
    ['1', '2026-02-02', null, 900, true], ['2', '2026-02-02', null, 800, true], ['3', '2026-02-02', null, 700, false],
    ['1', '2026-02-03', null, 500, true], ['2', '2026-02-03', null, 600, true],
  ])
})

test('what was given with a receipt belongs to the receipt of that day', () => {
  const { sales } = readText(['receipt number,date,product,amount', '1,2026-02-02,Tea,3.50', '2,2026-02-02,Tea,3.50', '1,2026-02-03,Mug,9.00', '1,2026-02-03,Biscuit,0.00', ''].join('\n'))
  const giftLine = sales.lines.products.indexOf(texts(sales.products.keys).indexOf('Biscuit'))
  expect(formatIsoDay(sales.orders.days[sales.lines.orders[giftLine] ?? -1] ?? 0)).toBe('2026-02-03')
})

test('a total repeated on every row counts once per receipt, also where numbers start again every day', () => {
  const header = 'receipt number,date,customer,product,quantity,price,total'
  const rows = [
    '1,2026-02-02,,Tea,1,2.00,7.00', '1,2026-02-02,,Cake,1,5.00,7.00', '2,2026-02-02,,Tea,2,2.00,4.00', '3,2026-02-02,,Cake,1,5.00,8.00', '3,2026-02-02,,Mug,1,3.00,8.00',
    '1,2026-02-03,,Mug,1,3.00,5.00', '1,2026-02-03,,Tea,1,2.00,5.00', '2,2026-02-03,,Cake,2,5.00,10.00',
    '1,2026-02-04,,Cake,1,5.00,7.00', '1,2026-02-04,,Tea,1,2.00,7.00', '2,2026-02-04,,Cake,1,5.00,9.00', '2,2026-02-04,,Mug,1,3.00,9.00',
  ]
  const expected = [
    ['1', '2026-02-02', null, 700, true], ['2', '2026-02-02', null, 400, true], ['3', '2026-02-02', null, 800, false],
    ['1', '2026-02-03', null, 500, true], ['2', '2026-02-03', null, 1000, true], ['1', '2026-02-04', null, 700, true], ['2', '2026-02-04', null, 900, true],
  ]
  expect(ordersIn(rows, header)).toEqual(expected)
  expect(ordersIn(rows.toReversed(), header)).toEqual(expected)
  expect(ordersIn(rows.toSorted((a, b) => (a.split(',')[3] ?? '').localeCompare(b.split(',')[3] ?? '')), header)).toEqual(expected)
  const lone = ['1,2026-02-01,,Tea,1,2.00,7.00', '1,2026-02-01,,Cake,1,5.00,7.00', '1,2026-02-02,,Cake,1,5.00,5.50']
  expect(ordersIn(lone, header.replace('total', 'order total')).map(([, day, , cents]) => [day, cents])).toEqual([['2026-02-01', 700], ['2026-02-02', 550]])
  const invoices = ['7,2026-02-02,Anna,Tea,1,2.00,7.00', '8,2026-02-02,Bob,Tea,1,2.00,5.00', '8,2026-02-02,Bob,Mug,1,3.00,5.00', '7,2026-02-05,Anna,Cake,1,5.00,7.00']
  expect(ordersIn(invoices, header.replace('total', 'order total'))).toEqual([['7', '2026-02-02', 'name:anna', 700, false], ['8', '2026-02-02', 'name:bob', 500, false]])
})
