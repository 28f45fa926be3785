import { expect, test } from 'vitest'
import { readText, texts } from '../../read-sales.ts'

const customersOf = (text: string) => {
  const { sales, orders } = readText(text)
  const { keys, names, emails, phones, postcodes } = sales.customers
  return { who: orders.map(({ customer }) => customer), keys: texts(keys), names: texts(names), emails: texts(emails), phones: texts(phones), postcodes: texts(postcodes) }
}

test('a customer is known by number, else e-mail, else telephone, else name and postcode, else name', () => {
  const { who, names, phones, postcodes } = customersOf([
    'Bestelnummer;Datum;Bedrag;Klantnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Telefoon;Postcode',
    '1;2026-01-31;10,50;7;Anna;de;Vries;anna@voorbeeld.nl;06-12345678;1234 ab',
    '2;2026-02-01;10,50;0;Anna;de;Vries;ANNA@voorbeeld.nl;06-12345678;1234 ab',
    "3;2026-02-02;10,50;;Anna;de;Vries;;'+31 6 12345678;1234 AB",
    '4;2026-02-03;10,50;;Anna;de;Vries;;06-1234;1234 AB',
    '5;2026-02-04;10,50;;anna;DE;vries;;;1234AB',
    '6;2026-02-05;10,50;;Anna;de;Vries;;;',
    '7;2026-02-06;10,50;;Jan;;Bakker;;;',
    '8;2026-02-07;10,50;gast;Losse klant;;;n/a;0000000000;1234AB',
  ].join('\n'))
  expect(who).toEqual([
    'id:7', 'email:anna@voorbeeld.nl', 'phone:+31612345678', 'name-postcode:anna de vries 1234AB', 'name-postcode:anna de vries 1234AB', 'name:anna de vries', 'name:jan bakker', null,
  ])
  expect(names).toEqual(['Anna de Vries', 'Anna de Vries', 'Anna de Vries', 'Anna de Vries', 'Anna de Vries', 'Jan Bakker'])
  expect(phones).toEqual(['+31612345678', '+31612345678', '+31612345678', '', '', ''])
  expect(postcodes).toEqual(['1234AB', '1234AB', '1234AB', '1234AB', '', ''])
})

test('a number that can be used is taken from a later row when the first has none', () => {
  const { phones, postcodes } = customersOf('Datum;Bedrag;Klantnummer;Telefoon;Postcode\n2026-01-31;1,00;7;06-12;\n2026-02-01;1,00;7;0612345678;1000 AA\n2026-02-02;1,00;7;0687654321;2000 BB\n')
  expect([phones, postcodes]).toEqual([['+31612345678'], ['1000AA']])
})

test.each([
  ['Voornaam;Achternaam', 'Anna;de Vries', 'Anna de Vries'],
  ['First Name (Billing);Last Name (Billing)', 'Anna;de Vries', 'Anna de Vries'],
  ['Vorname;Nachname', 'Anna;Schmidt', 'Anna Schmidt'],
  ['Nom;Prénom', 'Dupont;Jean', 'Jean Dupont'],
  ['Naam;Voornaam', 'Anna de Vries;Anna', 'Anna de Vries'],
  ['Klantnaam;Voornaam;Achternaam', 'A. de Vries;Anna;de Vries', 'A. de Vries'],
  ['Bedrijfsnaam;Achternaam', 'Bakker BV;Jansen', 'Bakker BV'],
  ['Achternaam', 'de Vries', 'de Vries'],
  ['Full Name;First Name;Last Name', 'Anna Jansen;Anna;Jansen', 'Anna Jansen'],
])('a name may stand in several columns: %s', (header, cells, name) => {
  const { names } = customersOf(`Datum;Bedrag;${header}\n2026-01-31;5,00;${cells}\n`)
  expect(names).toEqual([name])
})

test('a last name beside a column that holds the whole name is not said twice, also where the owner points both out', () => {
  const { sales } = readText('Datum;Bedrag;a;b\n2026-01-31;5,00;Anna de Vries;de Vries\n', {
    columns: [{ index: 0, field: 'date' }, { index: 1, field: 'amount' }, { index: 2, field: 'customerName' }, { index: 3, field: 'customerLastName' }],
  })
  expect(texts(sales.customers.names)).toEqual(['Anna de Vries'])
})

test('a column of telephone numbers must hold some: “mobile” may be yes or no', () => {
  const { preview } = readText('Datum;Bedrag;Mobile;Telefoon;PLZ\n2026-01-31;5,00;yes;0612345678;12345\n2026-01-31;5,00;no;0612345679;12345\n')
  expect(preview.columns.map(({ field }) => field)).toEqual(['date', 'amount', null, 'customerPhone', 'customerPostcode'])
  expect(preview.hasCustomer).toBe(true)
})

test('a postcode alone names nobody', () => {
  const { preview } = readText('Datum;Bedrag;Postcode\n2026-01-31;5,00;1234AB\n')
  expect(preview.hasCustomer).toBe(false)
})
