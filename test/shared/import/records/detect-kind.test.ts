import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectAnyFile } from '../../../../shared/import/inspect-any-file.ts'
import type { ImportChoices } from '../../../../shared/contract/data.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures')

function kindOf(header: string, row: string, choices: ImportChoices = {}) {
  const bytes = Buffer.from(`${header}\n${row}\n`)
  return inspectAnyFile(bytes, 'file.csv', bytes.length, choices).preview
}

test('no sales file is taken for anything else', () => {
  const files = readdirSync(join(fixtures, 'import'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv') || name.endsWith('.txt'))
  expect(files.length).toBeGreaterThan(40)
  for (const name of files) {
    const bytes = readFileSync(join(fixtures, 'import', name))
    expect(inspectAnyFile(bytes, basename(name), bytes.length).preview.kind, name).toBe('sales')
  }
})

test.each([
  ['sales', 'Created,E-mail,Amount,Newsletter', '2024-01-05,a@b.nl,10.00,yes'],
  ['sales', 'Datum;Klantnummer', '05-01-2024;7'],
  ['sales', 'Datum;Kanaal;Bedrag', '05-01-2024;Kassa;10,00'],
  ['sales', 'Startdatum;Einddatum;Klant;Bedrag', '01-02-2024;05-02-2024;Anna;100,00'],
  ['sales', 'Klantnummer;Naam;Bedrag', '7;Anna;10,00'],
  ['sales', 'Artikel;Aantal;Prijs', 'Thee;2;3,50'],
  ['sales', 'ID,Date,Email,Amount', '1,2024-01-05,a@b.nl,10.00'],
  ['customers', 'Naam;Nieuwsbrief', 'Anna;ja'],
  ['customers', 'ID,Name,E-mail', '7,Anna,a@b.nl'],
  ['customers', 'E-mail,Created', 'a@b.nl,2024-01-05'],
  ['customers', 'Klantnummer;Omzet;Punten', '7;10,00;12'],
  ['products', 'Naam;Categorie;Prijs', 'Thee;Dranken;3,50'],
  ['products', 'SKU,Cost', 'S1,1.25'],
  ['products', 'Artikelnummer;Voorraad;Aantal;Inkoopprijs', 'S1;ja;5;1,25'],
  ['subscriptions', 'Klant;Abonnement;Begindatum', 'Anna;Koffie;01-02-2024'],
  ['subscriptions', 'E-mail;Startdatum;Opzegdatum', 'a@b.nl;01-02-2024;'],
  ['acquisition-costs', 'Monat;Kanal;Werbekosten', 'März 2024;Google;10,00'],
  ['acquisition-costs', 'Mois;Canal;Dépenses', '2024-03;Google;10,00'],
] as const)('%s: %s', (kind, header, row) => {
  expect(kindOf(header, row).kind).toBe(kind)
})

test('what the owner says goes before what Stamgast sees, and a column changed does not change what the file is about', () => {
  const header = 'Klantnummer;Naam;Nieuwsbrief;Opmerking'
  expect(kindOf(header, '7;Anna;ja;x').kind).toBe('customers')
  const changed = kindOf(header, '7;Anna;ja;x', { columns: [{ index: 0, field: 'customerId' }, { index: 3, field: 'tags' }] })
  expect(changed).toMatchObject({ kind: 'customers', columns: [{ field: 'customerId', evidence: 'chosen' }, { field: null }, { field: null }, { field: 'tags', evidence: 'chosen' }] })
  const products = kindOf(header, '7;Anna;ja;x', { kind: 'acquisition-costs' })
  expect(products).toMatchObject({
    kind: 'acquisition-costs',
    questions: [{ kind: 'field-column', field: 'channel' }, { kind: 'field-column', field: 'month' }, { kind: 'field-column', field: 'cost' }],
  })
})
