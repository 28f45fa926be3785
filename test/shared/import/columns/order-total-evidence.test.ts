import { expect, test } from 'vitest'
import { repeatsOrderTotal } from '../../../../shared/import/columns/order-total-evidence.ts'
import { readText, sum } from '../read-sales.ts'

const MARKS = { amount: '.', price: '.', quantity: '.' } as const
const totalOf = (...lines: string[]) => sum(readText([...lines, ''].join('\n')).sales.lines.amountCents)

test('the worked example: an order of two mugs of 15 with 36 on both rows is worth 36', () => {
  const column = (name: string, ...cells: string[]) => ({ name, cells })
  const order = column('Order Number', '5001', '5001')
  const price = column('Item Cost', '15', '15')
  const quantity = column('Quantity', '1', '1')
  const columns = { order, date: undefined, price, quantity, product: undefined }
  expect(repeatsOrderTotal({ ...columns, amount: column('Order Total Amount', '36', '36') }, MARKS)).toBe(true)
  expect(repeatsOrderTotal({ ...columns, amount: column('Order Total Amount', '15', '15') }, MARKS)).toBe(false)
  expect(repeatsOrderTotal({ ...columns, amount: column('Order Total Amount', '36', '12') }, MARKS)).toBe(false)
  expect(repeatsOrderTotal({ ...columns, amount: column('Bedrag', '36', '36') }, MARKS)).toBe(false)
})

test('a total repeated on every row of its order counts once, with prices: its items keep their own', () => {
  const { lines, sales } = readText([
    'Order Number,Order Date,Email (Billing),SKU,Item Name,Quantity (- Refund),Item Cost,Order Refund Amount,Order Total Amount',
    '5001,2026-05-01 10:00,gast@x.nl,M-1,Mok,1,15,6,36',
    '5001,2026-05-01 10:00,gast@x.nl,S-1,Schaal,1,15,6,36',
    '5002,2026-05-02 10:00,gast@x.nl,M-1,Mok,2,15,,30',
    '',
  ].join('\n'))
  expect(lines.map(({ order, product, cents }) => [order, product, cents])).toEqual([
    ['5001', null, -600], ['5001', 'M-1', 1500], ['5001', 'S-1', 1500], ['5001', null, 600], ['5002', 'M-1', 3000],
  ])
  expect([sales.rowsRead, sales.rejected.reasons.length]).toEqual([3, 0])
})

test('and without prices: the first row has it, the others nothing', () => {
  const { lines } = readText('Bestelnummer;Datum;Klant;Artikel;Aantal;Order total\n1;2026-01-31;Anna;Mok;2;36,50\n1;2026-01-31;Anna;Bord;1;36,50\n2;2026-02-01;Anna;Mok;1;9,50\n')
  expect(lines.map(({ order, product, quantity, cents }) => [order, product, quantity, cents])).toEqual([['1', 'Mok', 2, 3650], ['1', 'Bord', 1, 0], ['2', 'Mok', 1, 950]])
})

test('a name that does not say so needs five orders of three amounts; equal items of one price stay what they are', () => {
  const HEADER = 'Bestelnummer;Datum;Klant;Artikel;Totaal'
  const order = (number: number, amount: string) => [`${number};31-01-2026;Anna;Mok;${amount}`, `${number};31-01-2026;Anna;Bord;${amount}`]
  const five = ['10,00', '20,00', '30,00', '40,00', '50,00'].flatMap((amount, index) => order(index, amount))
  expect(totalOf(HEADER, ...five)).toBe(15000)
  expect(totalOf(HEADER, ...five.slice(0, 8))).toBe(20000)
  expect(totalOf(HEADER, ...five.map((line) => line.replace('Bord', 'Mok')))).toBe(30000)
  expect(totalOf(HEADER, ...five, '9;31-01-2026;Anna;Mok;1,00', '9;31-01-2026;Anna;Bord;2,00')).toBe(30300)
})
