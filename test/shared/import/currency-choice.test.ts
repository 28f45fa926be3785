import { expect, test } from 'vitest'
import type { ImportChoices, SourcePreset } from '../../../shared/contract/data.ts'
import { failureOf, inspectFile } from '../../../shared/import/inspect-file.ts'
import { createSalesReader } from '../../../shared/import/sales-reader.ts'
import { inWords, sum } from './read-sales.ts'

function read(text: string, choices: ImportChoices = {}, preset: SourcePreset = {}) {
  const bytes = new TextEncoder().encode(text)
  const { preview, plan } = inspectFile(bytes, 'x.csv', bytes.length, choices, preset)
  const reader = createSalesReader(plan)
  reader.feed(bytes)
  return { preview, finish: reader.finish }
}
const mixed = 'order,date,customer,amount,currency\n1,2026-01-31,Anna,10.00,EUR\n2,2026-01-31,Bert,99.00,usd\n3,2026-02-01,Anna,5.00,€\n4,2026-02-01,Cor,1.00,\n'

test('a file that mixes currencies stops for a choice, and says which there are', () => {
  const { preview, finish } = read(mixed)
  expect(preview).toMatchObject({ currencies: ['EUR', 'USD'], questions: [{ kind: 'currency', currencies: ['EUR', 'USD'] }] })
  expect(preview.questions.map(failureOf)).toEqual([{ code: 'import-mixed-currencies', params: { currencies: 'EUR, USD' } }])
  expect(finish).toThrow('import-mixed-currencies')
})

test('rows in another currency than the one chosen are set aside without an amount; those that name none count', () => {
  const { preview, finish } = read(mixed, { currency: 'EUR' })
  expect(preview.questions).toEqual([])
  const sales = finish()
  expect(sales).toMatchObject({ rowsRead: 4, currency: 'EUR' })
  expect(sum(sales.lines.amountCents)).toBe(1600)
  expect(inWords(sales).rejected).toMatchObject([{ line: 3, reason: 'other-currency', cents: Number.NaN }])
})

test('the sign in the amount tells, too; a dollar sign is the dollars beside it', () => {
  const signs = 'order;date;klant;bedrag\n1;2026-01-31;Anna;€ 10,00\n2;2026-01-31;Bert;£ 99,00\n3;2026-01-31;Bert;-\n'
  expect(read(signs).preview.questions).toEqual([{ kind: 'currency', currencies: ['EUR', 'GBP'] }])
  expect(sum(read(signs, { currency: 'GBP' }).finish().lines.amountCents)).toBe(9900)
  const dollars = 'order,date,customer,amount\n1,2026-01-31,Anna,$10.00\n2,2026-01-31,Bert,USD 5.00\n'
  expect(read(dollars).preview).toMatchObject({ currencies: ['USD'], questions: [] })
  expect(sum(read(dollars, { currency: 'USD' }).finish().lines.amountCents)).toBe(1500)
})

test('rows that do not count mix nothing: a currency conversion, a cancelled order', () => {
  const { preview } = read('order,date,customer,amount,currency,order status\n1,2026-01-31,Anna,10.00,EUR,paid\n2,2026-01-31,Bert,99.00,USD,cancelled\n')
  expect(preview).toMatchObject({ currencies: ['EUR'], questions: [] })
})

test('an order whose first row has its total is set aside whole', () => {
  const header = 'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price'
  const shopify = `${header}\n#1,a@x.nl,paid,2026-01-31,EUR,20.00,2026-01-31,1,Mug,10.00\n#1,,,,,,,1,Tea,10.00\n#2,b@x.nl,paid,2026-01-31,USD,30.00,2026-01-31,1,Mug,15.00\n#2,,,,,,,1,Tea,15.00\n`
  expect(read(shopify).preview.questions).toEqual([{ kind: 'currency', currencies: ['EUR', 'USD'] }])
  const sales = read(shopify, { currency: 'EUR' }).finish()
  expect(sum(sales.lines.amountCents)).toBe(2000)
  expect(inWords(sales).rejected).toMatchObject([{ line: 4, reason: 'other-currency', cents: Number.NaN }, { line: 5, reason: 'other-currency', cents: Number.NaN }])
})

test('a remembered currency settles a file that mixes it with others, and says nothing of a file without it', () => {
  expect(read(mixed, {}, { currency: 'EUR' }).preview).toMatchObject({ questions: [], remembered: ['currency'] })
  const dollars = mixed.replaceAll(/EUR|€/g, 'CAD')
  expect(read(dollars, {}, { currency: 'EUR' }).preview).toMatchObject({ questions: [{ kind: 'currency', currencies: ['CAD', 'USD'] }], remembered: [] })
})

test('a row that the end of the head cuts names no currency', () => {
  const bytes = new TextEncoder().encode('order,date,customer,amount,currency\n1,2026-01-31,Anna,10.00,EUR\n2,2026-01-31,Bert,9.00,EU')
  expect(inspectFile(bytes, 'x.csv', bytes.length + 100).preview.currencies).toEqual(['EUR'])
})

test('the last row counts too, where the file ends with it', () => {
  expect(read(mixed.split('\n').slice(0, 3).join('\n')).preview.currencies).toEqual(['EUR', 'USD'])
})
