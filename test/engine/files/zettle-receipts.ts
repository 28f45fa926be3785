import { type Cell, xlsxOf } from './xlsx-writer.ts'

const TIME = 3
export const zettleHeader = ['Dato', 'Tid', 'Kvitteringsnummer', 'Moms (25.0%)', 'Total', 'Afgift', 'Netto', 'Betalingsmetode', 'Hændelsestype', 'Kortudsteder', 'Sidste cifre', 'Personale', 'Beskrivelse', 'Solgt via']

const receipt = (serial: number, number: number, total: number): Cell[] => [
  { value: serial, style: 1 }, { value: serial, style: TIME }, number, total / 5, total, -total / 100, total * 0.99,
  'Kort', total < 0 ? 'Tilbagebetaling' : 'Betaling', 'Visa', '1234', 'Eva', '10 x 1 Hax', 'Zettle Go',
]

/** What Zettle exports: sixteen rows of preamble, the header in row 17, two sales and a refund, three rows of footer; days as numbers, no customer. */
export function zettleReceipts(): Buffer {
  const preamble: (Cell[] | null)[] = [['Kvitteringer'], null, ['Periode', '1. august - 31. august'], ...Array.from({ length: 13 }, (_, row): Cell[] => [`Note ${row + 1}`, row])]
  const footer: Cell[][] = [['Total', null, null, null, 250.5], ['Antal', null, 3], ['Genereret af Zettle']]
  return xlsxOf([...preamble, zettleHeader, receipt(44421.033, 1001, 150.5), receipt(44422.5, 1002, 200), receipt(44423.75, 1003, -100), ...footer])
}
