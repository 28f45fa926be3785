import { expect, test } from 'vitest'
import { readText } from '../../read-sales.ts'

const sum = (lines: readonly { readonly cents: number | undefined }[]) => lines.reduce((total, { cents = 0 }) => total + cents, 0)

test('nothing goes back of an order that nothing was paid for, whatever its columns say', () => {
  const { lines } = readText('Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Order Refund Amount,Order Total Amount\n1,Refunded,2026-05-01,Lot,lot@example.nl,12.10,0.00\n')
  expect(lines.map(({ cents }) => cents)).toEqual([0])
})

test('an adjusted total above the total is no refund, and adds nothing', () => {
  const { lines } = readText('Sale Date,Order ID,Buyer User ID,Order Value,Order Total,Adjusted Order Total\n09/03/26,1,annaj,30.00,30.00,35.00\n09/03/26,2,annaj,30.00,30.00,-5.00\n')
  expect(lines.map(({ cents }) => cents)).toEqual([3000, 3000])
})

test('a text of refunds follows the marks of the amounts; what is no amount in it takes nothing off', () => {
  const header = 'order_id;order_date;billing_email;order_total;refund_items'
  expect(sum(readText(`${header}\n1;2026-05-01;a@example.nl;36,30;amount:12,10|reason:amount:5,00|date:2026-05-02;\n`).lines)).toBe(2420)
  expect(sum(readText(`${header}\n1;2026-05-01;a@example.nl;36,30;amount:|reason:none\n`).lines)).toBe(3630)
})

test('of two columns with one name the first counts', () => {
  const { lines } = readText('order_id,order_date,billing_email,order_total,refund_items,refund_items\n1,2026-05-01,a@example.nl,36.30,amount:6.30|reason:,amount:1.00|reason:\n')
  expect(sum(lines)).toBe(3000)
})
