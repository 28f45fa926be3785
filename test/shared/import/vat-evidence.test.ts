import { expect, test } from 'vitest'
import { inspectFile } from '../../../shared/import/inspect-file.ts'
import { vatOf } from '../../../shared/import/vat-evidence.ts'
import type { ImportChoices, SourcePreset } from '../../../shared/contract/data.ts'

test.each([
  ['Bedrag excl. btw', 'excluded'], ['Totaal exclusief BTW', 'excluded'], ['Amount (ex. VAT)', null], ['Total excl tax', 'excluded'], ['Montant HT', 'excluded'], ['Betrag exkl. MwSt.', 'excluded'],
  ['Bedrag incl. btw', 'included'], ['Total incl VAT', 'included'], ['Montant TTC', 'included'], ['Betrag inkl. MwSt.', 'included'],
  ['Netto', null], ['Net sales', null], ['Bruto', null], ['Bedrag', null], ['Exclusief', null],
] as const)('the header %s says %s of VAT', (header, expected) => {
  expect(vatOf('generic', header)).toBe(expected)
})

test('a known export says it by what it always does, unless its header says otherwise', () => {
  expect(vatOf('shopify-orders', 'Total')).toBe('included')
  expect(vatOf('woocommerce-analytics', 'Net Sales')).toBe('excluded')
  expect(vatOf('sumup-transactions', 'Betrag exkl. MwSt.')).toBe('excluded')
})

function preview(header: string, choices: ImportChoices = {}, preset: SourcePreset = {}) {
  const bytes = new TextEncoder().encode(`order;datum;klant;${header}\n1;2026-01-31;Anna;10,00\n`)
  return inspectFile(bytes, 'x.csv', bytes.length, choices, preset).preview
}

test('a file without VAT needs no answer; one with VAT leaves open how much; what was said goes before both', () => {
  expect(preview('Bedrag excl. btw')).toMatchObject({ vat: { included: false }, vatEvidence: 'excluded', questions: [], remembered: [] })
  expect(preview('Bedrag incl. btw')).toMatchObject({ vat: null, vatEvidence: 'included', questions: [] })
  expect(preview('Bedrag')).toMatchObject({ vat: null, vatEvidence: null, questions: [] })
  expect(preview('Bedrag excl. btw', {}, { vat: { included: true, rate: 0.21 } })).toMatchObject({ vat: { included: true, rate: 0.21 }, remembered: ['vat'] })
  expect(preview('Bedrag', { vat: { included: false } }, { vat: { included: true, rate: 0.21 } })).toMatchObject({ vat: { included: false }, remembered: [] })
})
