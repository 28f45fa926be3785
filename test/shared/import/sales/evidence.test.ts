import { expect, test } from 'vitest'
import { customerKey } from '../../../../shared/customers/identity/customer-key.ts'
import { notASale, productNature } from '../../../../shared/import/sales/evidence/not-a-sale.ts'
import { statusReason } from '../../../../shared/import/sales/evidence/order-status.ts'

test('customer keys: worked examples of the documentation, and nobody', () => {
  expect(customerKey('id', "'17850.0")).toBe('id:17850')
  expect(customerKey('name', '  ANNA  de Vries')).toBe('name:anna de vries')
  expect(customerKey('id', '00004')).toBe('id:00004')
  expect(customerKey('id', 'K1.0')).toBe('id:K1.0')
  expect(customerKey('email', ' Anna@Example.NL ')).toBe('email:anna@example.nl')
  expect(customerKey('name', 'Zoe\u0308')).toBe(customerKey('name', 'ZOË'))
  expect(['', ' ', '0', '0.0', 'Guest', 'N/A', 'Gast', '--'].map((text) => customerKey('id', text))).toEqual(Array.from({ length: 8 }, () => null))
})

test('fees and bad debt are told by number or name in four languages, coffee is not a fee', () => {
  expect(productNature('AMAZONFEE', 'AMAZON FEE')).toEqual({ reason: 'fee', certainty: 'sure' })
  expect(productNature('22423', 'COFFEE MUG')).toBe(null)
  const fees = ['Bank Charges', 'bankkosten', 'Ingehouden transactiekosten', 'Bankgebühren', 'Frais bancaires', 'PayPal fee', 'Transaktionsgebühr']
  expect(fees.map((name) => productNature('x', name)?.reason)).toEqual(fees.map(() => 'fee'))
  const debts = ['Adjust bad debt', 'Oninbaar', 'Forderungsausfall', 'Créances irrécouvrables']
  expect(debts.map((name) => productNature('B', name)?.reason)).toEqual(debts.map(() => 'bad-debt'))
  const goods = ['POSTAGE', 'CARRIAGE', 'Discount', 'Manual', 'SAMPLES', 'TOFFEE', 'Entrance fee museum', 'PACKING CHARGE']
  expect(goods.map((name) => productNature('x', name))).toEqual(goods.map(() => null))
})

test('a fee a customer paid is a sale, a commission is a fee only where money went out', () => {
  const fee = productNature('BANK CHARGES', '')
  const commission = productNature('', 'Portrait commission')
  expect(notASale(fee, 1500, 1, true)).toBe(null)
  expect(notASale(fee, 1500, 1, false)).toBe('fee')
  expect(notASale(fee, -1500, -1, true)).toBe('fee')
  expect(notASale(commission, 9000, 1, false)).toBe(null)
  expect(notASale(commission, -900, -1, true)).toBe('fee')
  expect(notASale(null, 0, -10, false)).toBe('stock-write-off')
  expect(notASale(null, 0, -1, true)).toBe(null)
  expect(notASale(null, -250, -1, false)).toBe(null)
})

test('statuses in four languages', () => {
  expect(['Voided', 'GEANNULEERD', 'storniert', 'Annulé', 'failed'].map((status) => statusReason(status))).toEqual(Array.from({ length: 5 }, () => 'cancelled-order'))
  expect(['pending', 'Pending payment', 'Onbetaald', 'unbezahlt', 'Impayée', 'authorized'].map((status) => statusReason(status))).toEqual(Array.from({ length: 6 }, () => 'unpaid-order'))
  expect(['Test', 'test order'].map((status) => statusReason(status))).toEqual(['test-order', 'test-order'])
  expect(['paid', 'Completed', 'Voltooid', 'refunded', 'Credit', 'open', '', 'constructor', '__proto__'].map((status) => statusReason(status))).toEqual(Array.from({ length: 9 }, () => null))
})
