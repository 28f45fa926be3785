import { expect, test } from 'vitest'
import { dateEvidence, markEvidence } from '../../../../shared/import/columns/column-evidence.ts'
import { detectDelimiter, separatorLine } from '../../../../shared/import/columns/detect-delimiter.ts'
import { namesOf } from '../../../../shared/import/columns/synonyms.ts'
import { readText } from '../read-sales.ts'

const delimiterOf = (text: string) => detectDelimiter(new TextEncoder().encode(text), true)

test('the mark that gives most rows the same number of cells separates them', () => {
  expect(delimiterOf('a,b,c\n1,2,3\n')).toBe(',')
  expect(delimiterOf('a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n')).toBe(';')
  expect(delimiterOf('1,50;2,50\n3,50;4,50\n')).toBe(';')
  expect(delimiterOf('a\tb\n"x;y"\t1,5\n')).toBe('\t')
  expect(delimiterOf('a|b|c\nx, y|2|3\n')).toBe('|')
  expect(delimiterOf('a,b\n"x;y;z",1\n"p;q;r",2\n')).toBe(',')
  expect(delimiterOf('Report of October, November\n\na;b;c\n1;2;3\n4;5;6\n')).toBe(';')
  expect(delimiterOf(' id  date   value\n 1  19970101  11.77\n 2 19970112 12.00\n')).toBe('whitespace')
  expect(delimiterOf('amount\n12.50\n13.50\n')).toBe(',')
})

test('a `sep=` line decides, and is neither header nor row', () => {
  expect(separatorLine('sep=;\r\na;b')).toBe(';')
  expect(separatorLine('separate;b')).toBe(null)
  const { preview, lines } = readText('sep=;\ndatum;bedrag\n2026-01-31;1,50\n')
  expect(preview).toMatchObject({ delimiter: ';', hasHeader: true })
  expect(lines).toEqual([{ order: '2026-01-31', product: null, quantity: 1, cents: 150, line: 3 }])
})

test('names are compared without case, accents, punctuation, brackets and currency', () => {
  expect(namesOf('Numéro de commande')).toEqual(['numerodecommande'])
  expect(namesOf('Bedrag (EUR)')).toEqual(['bedrageur', 'bedrag'])
  expect(namesOf('InvoiceNo')).toEqual(['invoiceno'])
  expect(namesOf('Deb.nr.')).toEqual(['debnr'])
})

test.each([
  ['Bestelnummer;Besteldatum;Klantnummer;Naam;E-mailadres;Totaal;Aantal;Artikel', 'B1;31-01-2026;7;Jan;jan@voorbeeld.nl;12,50;1;Mok'],
  ['Order ID;Order Date;Customer ID;Full name;Email address;Total;Qty;Item name', 'B1;31-01-2026;7;Jan;jan@example.com;12,50;1;Mug'],
  ['Bestellnummer;Bestelldatum;Kundennummer;Kunde;E-Mail;Gesamtbetrag;Menge;Artikel', 'B1;31-01-2026;7;Jan;jan@example.de;12,50;1;Becher'],
  ['Numéro de commande;Date de commande;N° client;Nom;E-mail;Montant;Quantité;Produit', 'B1;31-01-2026;7;Jan;jan@example.fr;12,50;1;Tasse'],
  ['order_number;created_at;customer_id;customer;email;amount;quantity;product', 'B1;31-01-2026;7;Jan;jan@example.com;12,50;1;Mug'],
])('fields are found by their words in %s', (header, row) => {
  const { preview } = readText(`${header}\n${row}\n`)
  expect(preview.columns.map(({ field }) => field)).toEqual(['orderId', 'date', 'customerId', 'customerName', 'customerEmail', 'amount', 'quantity', 'productName'])
  expect(preview.columns.every(({ evidence }) => evidence === 'header')).toBe(true)
  expect(preview).toMatchObject({ dateOrder: 'dmy', decimalMark: ',', questions: [], hasCustomer: true })
})

test('an order number is also called by what it stands on', () => {
  for (const name of ['Bon', 'Factuur', 'Bestelling', 'Rechnung', 'Facture']) {
    expect(readText(`Datum;${name};Klant;Bedrag\n31-01-2026;7;Jan;5,00\n`).preview.columns[1]?.field).toBe('orderId')
  }
})

test('the stronger word wins, and each field is given once', () => {
  const { preview } = readText('Datum;Betaaldatum;Subtotaal;Totaal;Bedrag\n31-01-2026;02-02-2026;10,00;12,10;2,10\n')
  expect(preview.columns.map(({ field }) => field)).toEqual(['date', null, null, 'amount', null])
})

test('a whole name is stronger than one without what stands between brackets', () => {
  const { preview } = readText('Datum,Menge,Preis vor Rabatt,Preis (brutto),Preis (netto)\n"13.01.2026, 10:00",1,"12,00","12,00","10,08"\n')
  expect(preview.columns.map(({ field }) => field)).toEqual(['date', 'quantity', null, 'amount', 'unitPrice'])
})

test('a word alone is not enough: a date column must hold dates, an amount column amounts', () => {
  const { preview } = readText('Date,Sale day,Total,Worth\nMonday,2026-01-31,high,12.50\nTuesday,2026-02-01,low,13.50\n')
  expect(preview.columns.map(({ field, evidence }) => [field, evidence])).toEqual([[null, 'none'], ['date', 'cells'], [null, 'none'], ['amount', 'cells']])
})

test('notes above the table are skipped', () => {
  const { preview, lines } = readText('Verkopen oktober\n\nDatum,Klant,Bedrag,Opmerking\n2026-01-31,Jan,5.00,\n')
  expect(preview.columns.map(({ name }) => name)).toEqual(['Datum', 'Klant', 'Bedrag', 'Opmerking'])
  expect(lines).toEqual([{ order: 'name:jan 2026-01-31', product: null, quantity: 1, cents: 500, line: 4 }])
})

test('a table without header gets numbers for names and its fields from its cells', () => {
  const { preview } = readText('00004 19970101 2 29.33\n00004 19970118 2 29.73\n00021 19970101 3 63.34\n')
  expect(preview).toMatchObject({ hasHeader: false, delimiter: 'whitespace', questions: [] })
  expect(preview.columns.map(({ name, field, evidence }) => [name, field, evidence])).toEqual([['1', 'customerId', 'cells'], ['2', 'date', 'cells'], ['3', 'quantity', 'cells'], ['4', 'amount', 'cells']])
})

test('what the owner chooses counts as a whole', () => {
  const { preview, lines } = readText('x;y;z\n31-01-2026;a;5\n', { columns: [{ index: 0, field: 'date' }, { index: 2, field: 'amount' }, { index: 9, field: 'status' }] })
  expect(preview.columns.map(({ field, evidence }) => [field, evidence])).toEqual([['date', 'chosen'], [null, 'none'], ['amount', 'chosen']])
  expect(lines.map(({ cents }) => cents)).toEqual([500])
})

test('dates are ordered by evidence: a number above 12 is a day', () => {
  expect(dateEvidence(['2026-01-02', '20260103'])).toEqual({ kind: 'decided', order: 'ymd' })
  expect(dateEvidence(['01-02-2026', '13-02-2026'])).toEqual({ kind: 'decided', order: 'dmy' })
  expect(dateEvidence(['01/02/26', '02/13/26'])).toEqual({ kind: 'decided', order: 'mdy' })
  expect(dateEvidence(['13-02-2026', '14-02-2026', '02-13-2026'])).toEqual({ kind: 'decided', order: 'dmy' })
  expect(dateEvidence(['01-02-2026', '03-04-2026'])).toEqual({ kind: 'open', example: '01-02-2026' })
  expect(dateEvidence(['03-03-2026', 'Dec 8, 2024'])).toEqual({ kind: 'decided', order: null })
  expect(dateEvidence(['2026-01-02', '03-04-2026'])).toEqual({ kind: 'open', example: '03-04-2026' })
})

test('decimal marks are told by evidence: three digits behind a mark tell nothing', () => {
  expect(markEvidence(['1.234,50'])).toEqual({ kind: 'decided', mark: ',' })
  expect(markEvidence(['1,234.50'])).toEqual({ kind: 'decided', mark: '.' })
  expect(markEvidence(['12,5', '1.234'])).toEqual({ kind: 'decided', mark: ',' })
  expect(markEvidence(['0.125'])).toEqual({ kind: 'decided', mark: '.' })
  expect(markEvidence(['1234.567'])).toEqual({ kind: 'decided', mark: '.' })
  expect(markEvidence(['1.234.567'])).toEqual({ kind: 'decided', mark: ',' })
  expect(markEvidence(['€ 1.234', '5'])).toEqual({ kind: 'open', example: '€ 1.234' })
  expect(markEvidence(['5', '', '12'])).toEqual({ kind: 'none' })
})

test('dates and amounts that could be read in two ways become questions, and the answers settle them', () => {
  const text = 'datum;bedrag\n03-04-2026;1.234\n'
  expect(readText(text).preview).toMatchObject({
    dateOrder: null,
    decimalMark: null,
    questions: [{ kind: 'date-order', column: 'datum', example: '03-04-2026' }, { kind: 'decimal-mark', column: 'bedrag', example: '1.234' }],
  })
  const answered = readText(text, { dateOrder: 'mdy', decimalMark: ',' })
  expect(answered.preview).toMatchObject({ dateOrder: 'mdy', decimalMark: ',', questions: [] })
  expect([answered.orders[0]?.day, answered.lines[0]?.cents]).toEqual(['2026-03-04', 123400])
})

test('an amount that tells nothing follows another column of the file that does', () => {
  const { preview, lines } = readText('datum;prijs;aantal;totaal\n31-01-2026;1,50;2;1.234\n')
  expect(preview).toMatchObject({ decimalMark: ',', questions: [] })
  expect(lines[0]?.cents).toBe(123400)
})
